using System.IO.Compression;
using System.Xml;
using Xoap.Images.Sdk.Tests.Infra;

namespace Xoap.Images.Sdk.Tests;

/// <summary>What <c>dotnet new</c> makes is complete, says what its options asked for, and builds at once.</summary>
public class TemplateSpecs
{
    private const string RenderOnly = "-p:ImageBuild=false";

    private static readonly string[] Everywhere =
        [".editorconfig", ".gitignore", ".vscode/Xoap.Images.xsd", ".vscode/extensions.json", ".vscode/settings.json", "global.json"];

    [Theory]
    [InlineData("debian", "Qemu", "qemu")]
    [InlineData("debian", "VSphereIso", "vsphere")]
    [InlineData("debian", "Null", "host")]
    [InlineData("ubuntu", "AmazonEbs", "aws")]
    [InlineData("ubuntu", "VSphereIso", "vsphere")]
    [InlineData("windows-server", "AzureGallery", "azure")]
    [InlineData("windows-server", "Qemu", "qemu")]
    [InlineData("windows-11", "GoogleCompute", "google")]
    [InlineData("windows-11", "VSphereIso", "vsphere")]
    [InlineData("windows-11", "Qemu", "qemu")]
    public void An_image_renders_without_a_warning_for_the_oldest_Packer_and_the_newest(string os, string builder, string variant)
    {
        using var solution = new ImageSolution($"An_image_of_{os}_on_{builder}");
        PackedTemplates.New(solution, "xoapimage", "-n", "Web", "--os", os, "--builder", builder).Succeeded();
        Assert.Empty(Underlined(solution.PathOf("Web/Web.imgproj"), solution.PathOf("Web/.vscode/Xoap.Images.xsd")));
        foreach (var version in new[] { "1.6.6", "1.16.0" })
        {
            Assert.Empty(solution.Build("Web", RenderOnly, $"-p:PackerVersion={version}").Succeeded().Warnings);
            Assert.NotEmpty(Directory.GetFiles(solution.PathOf($"Web/obj/Debug/packer/{variant}"), "*.pkr.*"));
        }
    }

    [Fact]
    public void An_image_has_the_files_that_its_options_ask_for()
    {
        using var solution = new ImageSolution();
        PackedTemplates.New(solution, "xoapimage", "-n", "Plain").Succeeded();
        Assert.Equal(Ordered([.. Everywhere, "Plain.imgproj", "os/user-data", "scripts/set-up.sh"]), Files(solution, "Plain"));
        Assert.Contains($"\"Xoap.Images.Sdk\": \"{PackedSdk.Version}\"", solution.Read("Plain/global.json"), StringComparison.Ordinal);
        Assert.DoesNotContain("<!--#", solution.Read("Plain/Plain.imgproj"), StringComparison.Ordinal);

        PackedTemplates.New(solution, "xoapimage", "-n", "Inner", "--in-solution", "--tests", "--builder", "AmazonEbs").Succeeded();
        Assert.Equal(["Inner.imgproj", "scripts/set-up.sh", "tests/image.bats"], Files(solution, "Inner"));

        PackedTemplates.New(
            solution, "xoapimage", "-n", "Win", "--os", "windows-11", "--builder", "VSphereIso", "--tests", "--feed", "https://feed.example").Succeeded();
        Assert.Equal(
            Ordered(
            [
                .. Everywhere, "Win.imgproj", "nuget.config", "os/Autounattend.xml", "os/enable-winrm.ps1",
                "scripts/set-up.ps1", "scripts/sysprep.ps1", "tests/image.Tests.ps1",
            ]),
            Files(solution, "Win"));
        Assert.Contains("value=\"https://feed.example\"", solution.Read("Win/nuget.config"), StringComparison.Ordinal);
        Assert.Contains("BypassTPMCheck", solution.Read("Win/os/Autounattend.xml"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Linux", "set-banner.sh")]
    [InlineData("Windows", "set-banner.ps1")]
    public void A_role_builds_and_packs_its_script(string platform, string script)
    {
        using var solution = new ImageSolution($"A_role_for_{platform}");
        PackedTemplates.New(solution, "xoaprole", "-n", "Contoso.Banner", "--platform", platform).Succeeded();
        Assert.Equal(Ordered([.. Everywhere, "Contoso.Banner.imgproj", "README.md", $"scripts/{script}"]), Files(solution, "Contoso.Banner"));

        Assert.Empty(solution.Build("Contoso.Banner").Succeeded().Warnings);
        Assert.Empty(solution.Dotnet("pack", "Contoso.Banner", "-o", "feed").Succeeded().Warnings);
        Assert.True(solution.Has("feed/Contoso.Banner.1.0.0.nupkg"));
    }

    [Fact]
    public void A_solution_has_a_base_an_image_on_it_and_a_role_and_renders_without_a_warning()
    {
        using var solution = new ImageSolution();
        PackedTemplates.New(solution, "xoapimages", "-n", "Shop").Succeeded();
        Assert.Equal(
            Ordered(
            [
                .. Everywhere, ".github/workflows/images.yml", "Directory.Build.props", "README.md", "Shop.slnx", "base/Shop.Base.imgproj",
                "disk/base-disk.targets", "disk/make-base-disk.sh", "disk/set-up-guest.sh", "roles/Shop.Baseline/README.md",
                "roles/Shop.Baseline/Shop.Baseline.imgproj", "roles/Shop.Baseline/scripts/limit-journal.sh", "web/Shop.Web.imgproj",
                "web/scripts/clean-up.sh", "web/scripts/create-operator.sh", "web/site/index.html", "web/tests/web.bats",
            ]),
            Files(solution, "Shop"));
        // The same disk as the sample's, which is made once for both.
        Assert.Equal(Repository.Read("samples", "debian-web", "base", "make-base-disk.sh"), solution.Read("Shop/disk/make-base-disk.sh"));

        // What a pull request can read holds no key.
        var workflow = solution.Read("Shop/.github/workflows/images.yml").Split('\n').Select(line => line.Trim());
        var cached = workflow.Where(line => line.StartsWith("~/.cache", StringComparison.Ordinal));
        Assert.Equal(["~/.cache/xoap-images/debian-12/debian-12-amd64.qcow2*", "~/.cache/xoap-images/debian-12/recipe"], cached);

        // An empty cache, so that nothing of this machine helps.
        solution.Environment["XDG_CACHE_HOME"] = solution.PathOf("cache");
        Assert.Empty(solution.Build("Shop", RenderOnly).Succeeded().Warnings);
        var steps = Directory.GetFiles(solution.PathOf("Shop/base/obj/Debug/packer/qemu/steps"));
        Assert.Contains(steps, step => Path.GetFileName(step).Contains("limitjournal", StringComparison.OrdinalIgnoreCase));
        Assert.NotEmpty(Directory.GetFiles(solution.PathOf("Shop/web/obj/Debug/packer/qemu"), "*.pkr.hcl"));
        Assert.False(Directory.Exists(solution.PathOf("cache/xoap-images/debian-12")));

        File.Delete(solution.PathOf("Shop/.vscode/Xoap.Images.xsd"));
        solution.Build("Shop/web", "-t:WriteEditorSchema").Succeeded();
        Assert.Equal(new FileInfo(solution.PathOf("Shop/.vscode/Xoap.Images.xsd")).Length, SchemaInPackage());
    }

    [Fact]
    public void A_solution_builds_its_images_and_then_nothing()
    {
        using var solution = new ImageSolution();
        PackedTemplates.New(solution, "xoapimages", "-n", "Shop").Succeeded();

        var first = solution.Build("Shop").Succeeded();
        Assert.Empty(first.Warnings);
        Assert.True(solution.Has("Shop/base/bin/images/qemu/Shop.Base-v1.qcow2"));
        Assert.True(solution.Has("Shop/web/bin/images/qemu/Shop.Web-v1.qcow2"));

        var second = solution.Build("Shop").Succeeded().Output;
        Assert.Equal(2, second.Split('\n').Count(line => line.Contains("(up to date)", StringComparison.Ordinal)));
        Assert.False(Directory.Exists(solution.PathOf("Shop/base/.images/Shop.Base/qemu/runs/2")));

        var tested = solution.Dotnet("test", "Shop", "--no-build").Succeeded().Output;
        Assert.Contains("Failed: 0, Passed: 3, Skipped: 0, Total: 3", tested, StringComparison.Ordinal);

        solution.Write("Shop/web/site/index.html", "<p>Another page.</p>");
        var plan = solution.Dotnet("build", "Shop/web", "-t:PlanImage").Succeeded().Output;
        Assert.Contains("step CopySite:", plan, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("shop-images", "shop-images")]
    [InlineData("Shop-2", "Shop-2")]
    [InlineData("1shop", "1shop")]
    [InlineData("my shop", "my-shop")]
    [InlineData(" -- Köln..", "K-ln")]
    [InlineData("日本", "images")]
    public void A_solution_has_one_name_in_files_and_in_what_they_say(string name, string used)
    {
        using var solution = new ImageSolution($"A_solution_of_{used}");
        PackedTemplates.New(solution, "xoapimages", "-n", name, "-o", "Made").Succeeded();
        Assert.Equal(
            [$"{used}.Base", $"{used}.Baseline", $"{used}.Web"],
            Ordered(Directory.GetFiles(solution.PathOf("Made"), "*.imgproj", SearchOption.AllDirectories).Select(Path.GetFileNameWithoutExtension)!));
        Assert.Contains($"roles/{used}.Baseline/{used}.Baseline.imgproj", solution.Read($"Made/{used}.slnx"), StringComparison.Ordinal);
        Assert.Empty(solution.Build("Made", RenderOnly).Succeeded().Warnings);
    }

    [Theory]
    [InlineData("xoapimages", "base/in-a-folder.Base.imgproj")]
    [InlineData("xoapimage", "in-a-folder.imgproj")]
    [InlineData("xoaprole", "in-a-folder.imgproj")]
    public void Without_a_name_the_folder_gives_it(string template, string project)
    {
        using var solution = new ImageSolution($"A_folder_for_{template}");
        PackedTemplates.New(solution, template, "-o", "in-a-folder").Succeeded();
        Assert.True(solution.Has($"in-a-folder/{project}"));
        Assert.Empty(solution.Build("in-a-folder", RenderOnly).Succeeded().Warnings);
    }

    [Theory]
    [InlineData("W-debian-Qemu", "W-debian-Qemu")]
    [InlineData("Köln", "K-ln")]
    public void An_image_is_called_as_it_was_asked_for(string name, string used)
    {
        using var solution = new ImageSolution($"An_image_called_{used}");
        PackedTemplates.New(solution, "xoapimage", "-n", name, "-o", "Made", "--builder", "AmazonEbs").Succeeded();
        Assert.Contains($"<ImageName>{used}</ImageName>", solution.Read($"Made/{used}.imgproj"), StringComparison.Ordinal);
        Assert.Empty(solution.Build("Made", RenderOnly).Succeeded().Warnings);
    }

    [Fact]
    public void A_role_packs_as_it_was_asked_for()
    {
        using var solution = new ImageSolution();
        PackedTemplates.New(solution, "xoaprole", "-n", "1-role").Succeeded();
        Assert.Empty(solution.Dotnet("pack", "1-role", "-o", "feed").Succeeded().Warnings);
        Assert.True(solution.Has("feed/1-role.1.0.0.nupkg"));
    }

    /// <summary>What an editor with that schema marks as wrong.</summary>
    private static List<string> Underlined(string project, string schema)
    {
        var problems = new List<string>();
        var settings = new XmlReaderSettings { ValidationType = ValidationType.Schema };
        settings.Schemas.Add(null, schema);
        settings.ValidationEventHandler += (_, problem) => problems.Add(problem.Message);
        using var reader = XmlReader.Create(project, settings);
        while (reader.Read())
        {
        }

        return problems;
    }

    private static long SchemaInPackage()
    {
        using var package = ZipFile.OpenRead(PackedSdk.Package);
        return package.GetEntry("schemas/Xoap.Images.xsd")!.Length;
    }

    private static string[] Files(ImageSolution solution, string folder) =>
        Ordered(Directory.GetFiles(solution.PathOf(folder), "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(solution.PathOf(folder), file)));

    private static string[] Ordered(IEnumerable<string> files) => [.. files.Order(StringComparer.Ordinal)];
}
