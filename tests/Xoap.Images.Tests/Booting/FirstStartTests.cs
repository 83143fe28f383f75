using Xoap.Images.Diagnostics;
using Xoap.Images.Planning;
using Xoap.Images.Rendering;
using Xoap.Images.Tests.Infra;

namespace Xoap.Images.Tests.Booting;

/// <summary>What opens a generalised Windows of a hypervisor when it starts for its tests.</summary>
public sealed class FirstStartTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    /// <summary>XIMG5010</summary>
    [Fact]
    public void A_generalised_Windows_that_may_wait_for_answers_is_told()
    {
        var (boot, problems) = Boot(Sealed());
        Assert.NotNull(boot);
        Assert.Equal(Severity.Warning, Assert.Single(problems).Severity);
        Read.IsProblem(
            problems,
            "XIMG5010",
            "Builder.b",
            "The Windows image of builder 'b' (qemu) is generalised. At its first start it waits for answers, and the tests for it, unless an answer file in the image opens the guest. Name one for tests in ImageTestAnswerFile, or write None if the image brings its own.");
    }

    [Fact]
    public void Sysprep_as_the_last_word_generalises_too() => Assert.Equal(
        "XIMG5010",
        Assert.Single(Boot(Windows("ShutdownCommand=C:\\Windows\\System32\\Sysprep\\sysprep.exe /generalize /shutdown")).Problems).Code);

    [Fact]
    public void An_image_that_brings_its_own_answers_starts_without_a_word()
    {
        var (boot, problems) = Boot(Sealed().Property("ImageTestAnswerFile", "none"));
        Assert.Empty(problems);
        Assert.DoesNotContain("cd_", Template(boot!), StringComparison.Ordinal);
    }

    [Fact]
    public void A_Windows_that_was_not_generalised_starts_without_a_word() => Assert.Empty(Boot(Windows("ShutdownCommand=shutdown /s")).Problems);

    [Fact]
    public void The_answers_for_tests_take_the_place_of_the_installers()
    {
        var answers = _folder.Write("first-start.xml", "<unattend />");
        var (boot, problems) = Boot(Sealed().Property("ImageTestAnswerFile", answers));
        Assert.Empty(problems);
        var image = RenderedFolder.Render(boot!, PackerProfile.Newest, new DiagnosticBag());
        Assert.Contains("cd_files = [\"${path.root}/media/Autounattend.xml\"]", Squeezed(image.Files[0].Text!), StringComparison.Ordinal);
        Assert.Equal(answers, image.Files.Single(file => file.Path == "media/Autounattend.xml").CopyOf);
        Assert.DoesNotContain(image.Files, file => file.Path.EndsWith("setup.ps1", StringComparison.Ordinal));
    }

    [Fact]
    public void A_password_in_the_answers_is_filled_by_Packer()
    {
        var answers = _folder.Write("first-start.xml", "<Value>{{password}}</Value>");
        var (boot, problems) = Boot(Sealed("Templated=true", "TemplateVariables=password=env:ADMIN_PASSWORD").Property("ImageTestAnswerFile", answers));
        Assert.Empty(problems);
        Assert.Contains("cd_content = { \"Autounattend.xml\" = \"<Value>${", Squeezed(Template(boot!)), StringComparison.Ordinal);
    }

    private static (BuildPlan? Boot, Diagnostic[] Problems) Boot(ImageSourceBuilder project)
    {
        var plan = Boots.Plan(project);
        return Boots.Try(plan, Boots.Image(plan, Built.File("/images/web-v3.qcow2")), PackerProfile.Newest);
    }

    private static string Template(BuildPlan boot) => RenderedFolder.Render(boot, PackerProfile.Newest, new DiagnosticBag()).Files[0].Text!;

    private static string Squeezed(string text) => string.Join(' ', text.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries));

    private static ImageSourceBuilder Sealed(params string[] system) => Windows("ShutdownCommand=shutdown /s", "basics;end", system)
        .Provisioner("sysprep", "PowerShellCommand", "Command=sysprep", "Timeout=5m").Group("end", "sysprep", "Seal=true");

    private static ImageSourceBuilder Windows(string shutdown, string role = "basics", params string[] system) => An.Image()
        .Builder("b", "Qemu", "WinrmUsername=Administrator", "WinrmPassword=env:ADMIN_PASSWORD", shutdown)
        .OperatingSystem("windows-server-2025",
        [
            "Platform=Windows", "IsoPath=/isos", "IsoFileName=w.iso", $"IsoChecksum=sha256:{Built.Sha256}", "AnswerFile=answers/install.xml", "SetupFiles=answers/setup.ps1", .. system,
        ])
        .Provisioner("hello", "PowerShellCommand", "Command=Get-Date", "Timeout=5m").Group("basics", "hello").Role("server", role);
}
