using System.Text.Json;
using Xoap.Images.Sdk.Tests.Infra;

namespace Xoap.Images.Sdk.Tests;

/// <summary>Builds with the real Packer.</summary>
public class BuildSpecs
{
    private const string OneStep = """
        <ItemGroup>
          <Provisioner Include="Hello" Type="LocalCommand" Timeout="1m" Command="true" />
          <ProvisionerGroup Include="Basics" Provisioners="Hello" />
          <ProvisionerRole Include="Server" Groups="Basics" />
        </ItemGroup>
        """;

    [Fact]
    public void An_image_file_is_put_in_place_under_its_version_and_recorded()
    {
        using var solution = new ImageSolution();
        solution.Project("web", OneStep + """<ItemGroup><Builder Include="disk" Type="File" Content="hello" /></ItemGroup>""");
        var result = solution.Build("web").Succeeded();
        var image = Assert.Single(Directory.GetFiles(solution.PathOf("web/bin/images/disk")));
        Assert.StartsWith("web-v1", Path.GetFileName(image), StringComparison.Ordinal);
        Assert.Equal("hello", File.ReadAllText(image).Trim());
        Assert.Contains($"web -> {image}", result.Output, StringComparison.Ordinal);
        Assert.Contains("(built: never built)", result.Output, StringComparison.Ordinal);

        var record = JsonDocument.Parse(solution.Read("web/.images/web/disk/image.json")).RootElement;
        Assert.Equal(1, record.GetProperty("version").GetInt32());
        Assert.Equal("Succeeded", JsonDocument.Parse(solution.Read("web/.images/web/disk/runs/1/run.json")).RootElement.GetProperty("status").GetString());

        solution.Project("web", OneStep + """<ItemGroup><Builder Include="disk" Type="File" Content="changed" /></ItemGroup>""");
        Assert.Contains(" changed", solution.Build("web").Succeeded().Output, StringComparison.Ordinal);
        Assert.True(Directory.GetFiles(solution.PathOf("web/bin/images/disk"), "web-v2*").Length == 1);
    }

    [Fact]
    public void The_variants_of_a_build_share_its_version()
    {
        using var solution = new ImageSolution();
        solution.Project("web", OneStep + """
            <ItemGroup>
              <Builder Include="one" Type="Null" Communicator="none" />
              <Builder Include="two" Type="Null" Communicator="none" />
            </ItemGroup>
            """);
        solution.Build("web", "-p:ImageBuilders=two").Succeeded();
        Assert.False(solution.Has("web/.images/web/one/image.json"));
        solution.Build("web", "--no-incremental").Succeeded();
        Assert.True(solution.Has("web/.images/web/one/runs/2/run.json"));
        Assert.True(solution.Has("web/.images/web/two/runs/2/run.json"));
        solution.Build("web", "-p:ImageBuilders=three").HasError("web.imgproj: error XIMG1121", "three", "one, two");
    }

    [Fact]
    public void A_failing_step_is_one_error_at_its_own_line()
    {
        using var solution = new ImageSolution();
        solution.Project("web", LocalImage.Running("echo a sad story; exit 3"));
        var result = solution.Build("web").HasError("web.imgproj(4,5): error XIMG4020", "Hello", "packer.log");
        Assert.Single(result.Errors);
        Assert.Contains("a sad story", result.Output, StringComparison.Ordinal);
        Assert.Equal("Failed", JsonDocument.Parse(solution.Read("web/.images/web/local/runs/1/run.json")).RootElement.GetProperty("status").GetString());
    }

    [Fact]
    public void A_secret_that_is_not_set_is_an_error_where_it_is_used()
    {
        using var solution = new ImageSolution();
        solution.Project("web", OneStep + """
            <ItemGroup>
              <Builder Include="local" Type="Null" SshHost="127.0.0.1" SshUsername="nobody"
                       SshPassword="env:NO_SUCH_SECRET" />
            </ItemGroup>
            """);
        solution.Build("web", "-p:ImageBuild=false").Succeeded();
        solution.Build("web").HasError("web.imgproj(8,12): error XIMG4000", "NO_SUCH_SECRET");
        Assert.False(Directory.Exists(solution.PathOf("web/.images/web/versions")));
    }

    [Fact]
    public void Without_Packer_an_image_renders_but_does_not_build()
    {
        using var solution = new ImageSolution();
        solution.Project("web", LocalImage.Running("true"));
        solution.Build("web", "-p:PackerPath=/nowhere/packer").HasError("web.imgproj: error XIMG4010", "/nowhere/packer");
        solution.Write("web/disk.qcow2", "");
        solution.Project("web", OneStep + """
            <ItemGroup>
              <Builder Include="local" Type="Qemu" SshUsername="root" ShutdownCommand="poweroff" />
              <OperatingSystem Include="debian" Platform="Linux" Version="12" Architecture="x64" DiskImage="disk.qcow2" Checksum="none" />
            </ItemGroup>
            """);
        solution.Build("web", "-p:PackerPath=/nowhere/packer", "-p:ImageBuild=false").Succeeded();
        Assert.Contains("packer {", solution.Read("web/obj/Debug/packer/local/web.pkr.hcl"), StringComparison.Ordinal);
        solution.Build("web", "-p:PackerVersion=1.6.6", "-p:ImageBuild=false").Succeeded();
        Assert.DoesNotContain("packer {", solution.Read("web/obj/Debug/packer/local/web.pkr.hcl"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_cannot_be_written_is_an_error_that_names_it()
    {
        using var solution = new ImageSolution();
        solution.Project("web", LocalImage.Running("true"));
        solution.Write("file", "in the way");
        Assert.Contains(solution.PathOf("file"), solution.Build("web", $"-p:ImageStateDirectory={solution.PathOf("file/state")}").Failed().Errors[0], StringComparison.Ordinal);
        Assert.Contains(solution.PathOf("file"), solution.Build("web", $"-p:ImageOutputDirectory={solution.PathOf("file/out")}").Failed().Errors[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Clean_removes_what_was_rendered_and_no_image_or_record()
    {
        using var solution = new ImageSolution();
        solution.Project("web", OneStep + """<ItemGroup><Builder Include="disk" Type="File" Content="hello" /></ItemGroup>""");
        solution.Build("web").Succeeded();
        Assert.True(solution.Has("web/obj/Debug/packer/disk/web.pkr.hcl"));
        solution.Dotnet("clean", "web").Succeeded();
        Assert.False(Directory.Exists(solution.PathOf("web/obj/Debug/packer")));
        Assert.False(solution.Has("web/obj/Debug/resolved.json"));
        Assert.True(solution.Has("web/.images/web/disk/image.json"));
        Assert.Contains("up to date", solution.Build("web").Succeeded().Output, StringComparison.Ordinal);
        Assert.Single(Directory.GetFiles(solution.PathOf("web/bin/images/disk")));
    }

    [Fact]
    public void The_plan_is_shown_and_written()
    {
        using var solution = new ImageSolution();
        solution.Project("web", LocalImage.Running("true"));
        var result = solution.Build("web", "-t:PlanImage", "-tl:on").Succeeded();
        Assert.Contains("1. Hello", result.Output, StringComparison.Ordinal);
        Assert.Contains("never built", result.Output, StringComparison.Ordinal);
        Assert.Contains("1. Hello", solution.Read("web/obj/Debug/plan.txt"), StringComparison.Ordinal);
        Assert.False(Directory.Exists(solution.PathOf("web/.images")));
    }
}
