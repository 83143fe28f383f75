using Xoap.Images.Sdk.Tests.Infra;

namespace Xoap.Images.Sdk.Tests;

/// <summary>Answer files through the package: checked and rendered where they stand, without a secret in any file.</summary>
public class AnswerFileSpecs
{
    private const string Answers = """
        #cloud-config
        hostname: {{Image.Name}}
        chpasswd:
          list: "packer:{{Password}}"
        users:
          - name: packer
        """;

    [Fact]
    public void An_answer_file_is_rendered_and_its_mistakes_have_their_lines()
    {
        using var solution = new ImageSolution();
        solution.Project("web", """
              <ItemGroup>
                <Builder Include="qemu" Type="Qemu" SshUsername="packer" SshPassword="env:PACKER_PASSWORD" />
                <OperatingSystem Include="debian" Platform="Linux" DiskImage="disk.qcow2" Checksum="none" AnswerFile="os/server.yaml"
                                 Templated="true" TemplateVariables="Password=env:PACKER_PASSWORD" />
                <Provisioner Include="Hello" Type="LocalCommand" Timeout="1m" Command="true" />
                <ProvisionerGroup Include="Basics" Provisioners="Hello" />
                <ProvisionerRole Include="Server" Groups="Basics" />
              </ItemGroup>
            """);
        solution.Write("web/disk.qcow2", "a disk");
        solution.Write("web/os/server.yaml", Answers);
        solution.Environment["PACKER_PASSWORD"] = "Geheim-4711";
        solution.Build("web", "-p:ImageBuild=false", "-p:PackerVersion=1.16.0").Succeeded();
        var template = solution.Read("web/obj/Debug/packer/qemu/web.pkr.hcl");
        Assert.Contains("hostname: web\\nchpasswd:\\n  list: \\\"packer:${var.env_packer_password}\\\"", template, StringComparison.Ordinal);
        Assert.Contains("cd_label         = \"cidata\"", template, StringComparison.Ordinal);
        Assert.DoesNotContain(
            Directory.GetFiles(solution.PathOf("web"), "*", SearchOption.AllDirectories),
            file => File.ReadAllText(file).Contains("Geheim", StringComparison.Ordinal));

        solution.Write("web/os/server.yaml", Answers.Replace("Image.Name", "Image.Nam", StringComparison.Ordinal));
        solution.Build("web", "-p:ImageBuild=false").HasError("server.yaml(2,11): error XIMG3020", "Did you mean 'Image.Name'?");

        solution.Write("web/os/server.yaml", "\n" + Answers);
        solution.Build("web", "-p:ImageBuild=false").HasError("server.yaml(1,1): error XIMG2210", "#cloud-config");
    }
}
