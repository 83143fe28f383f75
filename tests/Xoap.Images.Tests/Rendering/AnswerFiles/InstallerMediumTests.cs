using Xoap.Images.Diagnostics;
using Xoap.Images.Model;
using Xoap.Images.Planning;
using Xoap.Images.Rendering;
using Xoap.Images.Tests.Infra;

namespace Xoap.Images.Tests.Rendering.AnswerFiles;

public class InstallerMediumTests
{
    private const string Answers = "/os/answers.xml";
    private const long Large = 20_000_000;

    private static readonly SourceFiles AnswerFile = File(Answers);

    [Theory]
    [InlineData("#cloud-config\nusers: []", "media/user-data", "cidata")]
    [InlineData("%packages\n@core\n%end\n", "media/ks.cfg", "OEMDRV")]
    [InlineData("# answers\nd-i netcfg/choose_interface select auto", "media/preseed.cfg", null)]
    [InlineData("<?xml version=\"1.0\"?>\n<profile xmlns=\"http://www.suse.com/1.0/yast2ns\">", "media/autoinst.xml", "OEMDRV")]
    public void The_content_decides_which_installer_it_is_for(string text, string name, string? label)
    {
        var image = Render(Qemu(Platform.Linux), text, out var diagnostics);
        Assert.Empty(diagnostics);
        Assert.Equal(Answers, image.Files.Single(file => file.Path == name).CopyOf);
        Assert.Equal(label is not null, image.Files[0].Text!.Contains($"cd_label         = \"{label}\"", StringComparison.Ordinal));
    }

    [Fact]
    public void What_no_installer_knows_is_an_error()
    {
        Render(Qemu(Platform.Linux), "hello", out var diagnostics);
        IsProblem(
            diagnostics,
            "XIMG3031",
            "AnswerFile",
            $"It cannot be told which installer '{Answers}' is for. Expected a first line #cloud-config (cloud-init), lines that start with 'd-i ' (preseed), %packages (kickstart) or <profile (AutoYaST), or a name such as user-data, preseed.cfg or server.ks.");
    }

    [Fact]
    public void Files_come_as_with_a_File_provisioner()
    {
        var image = Render(
            Qemu(Platform.Windows),
            "",
            out var diagnostics,
            File("/os/enable-winrm.ps1"),
            Folder("/os/drivers", "net/a.inf"),
            Folder("/os/tools/", "b.exe"),
            new SourceFiles("/os/more/**", false, [new SourceFile("/os/more/c/d.txt", "c/d.txt", 1, "")]));
        Assert.Empty(diagnostics);
        Assert.Equal(
            ["media/Autounattend.xml", "media/b.exe", "media/c/d.txt", "media/drivers/net/a.inf", "media/enable-winrm.ps1"],
            image.Files.Skip(1).Select(file => file.Path).Order(StringComparer.Ordinal));
        Assert.Contains("\"${abspath(path.root)}/media/drivers\"", image.Files[0].Text!, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_files_of_one_name_are_an_error()
    {
        Render(Qemu(Platform.Windows), "", out var diagnostics, File("/os/autounattend.XML"));
        IsProblem(
            diagnostics,
            "XIMG3030",
            "SetupFiles",
            $"'/os/autounattend.XML' and '{Answers}' would both be 'autounattend.XML' for the installer. Rename one, or give it in a folder of its own.");
    }

    [Fact]
    public void Large_files_stay_where_they_are()
    {
        var image = Render(
            Qemu(Platform.Windows),
            "",
            out _,
            new SourceFiles("/os/big.exe", false, [new SourceFile("/os/big.exe", "big.exe", Large, "")]),
            new SourceFiles("/os/packages", true, [new SourceFile("/os/packages/x/y.msi", "x/y.msi", Large, ""), new SourceFile("/os/packages/z", "z", 1, "")]));
        Assert.Contains("\"/os/big.exe\", \"/os/packages\"", image.Files[0].Text!, StringComparison.Ordinal);
        Assert.Equal(["media/Autounattend.xml"], image.Files.Skip(1).Select(file => file.Path));
    }

    [Fact]
    public void What_does_not_fit_on_a_floppy_is_an_error()
    {
        Render(Qemu(Platform.Windows, A.Text("AnswerFileMedium", "Floppy")), "", out var diagnostics, new SourceFiles(
            "/os/x.exe", false, [new SourceFile("/os/x.exe", "x.exe", 2_000_000, "")]));
        IsProblem(
            diagnostics,
            "XIMG3035",
            "SetupFiles",
            "The answer file and the setup files have 2000001 bytes, but a floppy holds 1,440 KB. Write AnswerFileMedium=\"Cd\", or fewer SetupFiles.");
    }

    [Fact]
    public void The_builders_own_files_stay_beside_ours()
    {
        var variant = Qemu(Platform.Windows);
        var own = new Setting("cd_files", new SettingValue.List([new SettingValue.Text("/mine.txt")]), Impact.Content, Origin.Project);
        var image = Render(variant with { Component = variant.Component with { Settings = [own] } }, "", out _);
        Assert.Contains("[\"${path.root}/media/Autounattend.xml\", \"/mine.txt\"]", image.Files[0].Text!, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_label_is_an_error()
    {
        var variant = Qemu(Platform.Linux);
        var label = A.Text("cd_label", "mine") with { Origin = variant.Origin.At("CdLabel") };
        Render(variant with { Component = variant.Component with { Settings = [label] } }, "#cloud-config", out var diagnostics);
        IsProblem(
            diagnostics,
            "XIMG3034",
            "CdLabel",
            "The label is 'mine', but cloud-init finds its answers only on 'cidata'. Remove the label: it is set for you.",
            "Builder.qemu");
    }

    [Fact]
    public void A_builder_serves_one_folder()
    {
        var variant = Qemu(Platform.Linux, A.Text("AnswerFileMedium", "Http"));
        var own = A.Text("http_directory", "/srv") with { Origin = variant.Origin.At("HttpDirectory") };
        Render(variant with { Component = variant.Component with { Settings = [own] } }, "#cloud-config", out var diagnostics);
        IsProblem(
            diagnostics,
            "XIMG3033",
            "HttpDirectory",
            "Builder 'qemu' serves a folder of its own over HTTP, and the answer file would be served there too. Remove it from the builder and list its files in SetupFiles, or write AnswerFileMedium=\"Cd\".",
            "Builder.qemu");
    }

    [Theory]
    [InlineData("1.6.6", "Install Packer 1.7 or newer, which makes a CD for a block additional_iso_files, ")]
    [InlineData("1.16.0", "Write <BuilderBlock Include=\"answers\" Builder=\"qemu\" Block=\"additional_iso_files\" IsoStoragePool=\"…\" /> for a CD, ")]
    public void A_builder_without_a_medium_is_an_error(string packer, string todo)
    {
        var variant = Qemu(Platform.Windows);
        Render(
            variant with { Component = variant.Component with { Name = "proxmox-iso" } }, "", out var diagnostics, PackerProfile.For(Version.Parse(packer)));
        IsProblem(
            diagnostics,
            "XIMG3032",
            "AnswerFile",
            $"Builder 'qemu' (proxmox-iso, Packer {packer}) has no way to hand this answer file over. {todo}or fetch the file over HTTP: write {{{{ .HTTPIP }}}} and {{{{ .HTTPPort }}}} in BootCommand, and AnswerFileMedium=\"Http\".");
    }

    [Theory]
    [InlineData(nameof(Platform.Windows), "", "Autounattend.xml")]
    [InlineData(nameof(Platform.Linux), "#cloud-config", "user-data")]
    public void What_is_advised_is_enough(string platform, string text, string name)
    {
        var variant = Qemu(Enum.Parse<Platform>(platform));
        var block = new SettingBlock("additional_iso_files", [A.Text("iso_storage_pool", "local")], [], Origin.Project);
        var fetches = A.Text("boot_command", "http://{{ .HTTPIP }}/");
        var image = Render(
            variant with { Component = new Component("proxmox-iso", [fetches], [block]) }, text, out var diagnostics, PackerProfile.Newest);
        Assert.Empty(diagnostics);
        Assert.Contains($"media/{name}\"", image.Files[0].Text!, StringComparison.Ordinal);
    }

    [Fact]
    public void A_secret_in_a_served_file_keeps_the_whole_folder_private()
    {
        var image = Render(
            Qemu(
                Platform.Linux,
                A.Text("AnswerFileMedium", "Http"),
                new Setting("Templated", new SettingValue.Flag(true), Impact.Content, Origin.Project),
                new Setting(
                    "TemplateVariables",
                    new SettingValue.Map([new MapEntry("Hash", new SettingValue.Secret(new SecretReference(SecretSource.Env, "HASH")))]),
                    Impact.Content,
                    Origin.Project)),
            "d-i passwd/root-password-crypted password {{Hash}}",
            out var diagnostics,
            File("/os/late.bin"));
        Assert.Empty(diagnostics);
        Assert.Contains("http_directory   = var.private_folder", image.Files[0].Text!, StringComparison.Ordinal);
        Assert.Equal(["preseed.cfg", "late.bin"], image.PrivateFiles.Select(file => file.Path));
        Assert.Equal([new SecretReference(SecretSource.Env, "HASH")], image.Secrets.Select(secret => secret.Reference));
        Assert.Single(image.Files);
    }

    [Fact]
    public void A_plan_keeps_what_the_installer_gets()
    {
        var plan = Plan(Qemu(Platform.Windows), File("/os/a.ps1"));
        var read = Assert.Single(PlanJson.Read(PlanJson.Write([plan])));
        Assert.Equal(PlanJson.Write([plan]), PlanJson.Write([read]));
        Assert.Equal([Answers, "/os/a.ps1"], read.InstallerSources.Select(source => source.Path));
        Assert.Equal("Core", read.Variant.OperatingSystem!.Edition);
        Assert.Equal(Answers, SettingText.Of(read.Variant.OperatingSystem.Find("AnswerFile")!.Value));
    }

    [Fact]
    public void Contents_of_the_answer_file_are_part_of_the_content()
    {
        Assert.Equal(Key("a", Answers), Key("a", "/elsewhere/answers.xml"));
        Assert.NotEqual(Key("a", Answers), Key("b", Answers));
    }

    private static string Key(string sha256, string path)
    {
        var setting = A.Text("AnswerFile", path) with { Files = FileUse.File };
        var contents = new SourceContents();
        contents.Add(new SourceFiles(path, false, [new SourceFile(path, "answers.xml", 1, sha256)]));
        var variant = A.Qemu();
        return A.Plan(
            A.Image() with { Variants = [variant with { OperatingSystem = variant.OperatingSystem! with { Installer = [setting] } }] }, contents)
            .ContentKey.Key;
    }

    private static void IsProblem(DiagnosticBag diagnostics, string code, string metadatum, string message, string item = "OperatingSystem.debian-12") =>
        Read.IsProblem([.. diagnostics], code, $"{item}.{metadatum}", message);

    private static RenderedImage Render(Variant variant, string text, out DiagnosticBag diagnostics, params SourceFiles[] setup) =>
        Render(variant, text, out diagnostics, RenderedFolder.Legacy, setup);

    private static RenderedImage Render(
        Variant variant, string text, out DiagnosticBag diagnostics, PackerProfile profile, params SourceFiles[] setup)
    {
        diagnostics = [];
        return TemplateRenderer.Render(
            Plan(variant, setup), profile, new Dictionary<string, string> { [Answers] = text }, diagnostics);
    }

    private static BuildPlan Plan(Variant variant, params SourceFiles[] setup) =>
        A.Plan(A.Image() with { Role = null, Variants = [variant] }) with { InstallerSources = [AnswerFile, .. setup] };

    private static Variant Qemu(Platform platform, params Setting[] installer)
    {
        var variant = A.Qemu();
        var origin = variant.OperatingSystem!.Origin;
        var system = variant.OperatingSystem with
        {
            Platform = platform,
            Edition = "Core",
            Installer = [A.Text("AnswerFile", Answers) with { Origin = origin.At("AnswerFile") }, Setup(origin), .. installer],
        };
        return variant with { OperatingSystem = system };
    }

    private static Setting Setup(Origin origin) => A.Text("SetupFiles", "") with { Origin = origin.At("SetupFiles") };

    private static SourceFiles File(string path) => new(path, false, [new SourceFile(path, Path.GetFileName(path), 1, "")]);

    private static SourceFiles Folder(string path, string file) =>
        new(path, true, [new SourceFile($"{path.TrimEnd('/')}/{file}", file, 1, "")]);
}
