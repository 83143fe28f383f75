using System.Collections.Immutable;
using Xoap.Images.Diagnostics;
using Xoap.Images.Model;
using Xoap.Images.Planning;
using Xoap.Images.Rendering;
using Xoap.Images.Tests.Infra;

namespace Xoap.Images.Tests.Rendering;

/// <summary>Whole rendered folders, as approved; and Packer's own opinion of them.</summary>
public class GoldenTests
{
    private static readonly string Folder = Repository.PathOf("tests", "Xoap.Images.Tests", "Rendering", "Golden");
    private static readonly SettingValue Password = new SettingValue.Secret(new SecretReference(SecretSource.Env, "SSH_PASSWORD"));
    private static readonly SettingValue Licence = new SettingValue.Secret(new SecretReference(SecretSource.File, "/keys/licence.txt"));

    public static TheoryData<string> Cases => [.. All.Select(entry => entry.Name)];

    private static (string Name, PackerProfile Profile, Variant Variant, Provisioner[] Provisioners)[] All =>
    [
        ("Server", RenderedFolder.Legacy, Qemu(), Server()),
        ("ServerModern", PackerProfile.Newest, Qemu(), Server()),
        ("Layered", RenderedFolder.Legacy, Layered(), [A.Command("More")]),
        ("Container", RenderedFolder.Legacy, Docker(), [A.Command("Inside")]),
        ("JustAFile", RenderedFolder.Legacy, FileBuilder(), [Local("Tell", "echo done")]),
        ("Nothing", RenderedFolder.Legacy, A.Null(A.Text("communicator", "none")), [Local("Only here", "echo '{{ .Vars }} ${x}'")]),
        ("Restart", RenderedFolder.Legacy, Qemu(), [A.Provisioner("Restart", "LinuxRestart", "shell", A.Text("RestartTimeout", "15m"))]),
    ];

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_folder_is_as_approved(string name)
    {
        var files = Image(name).Files;
        var copies = files.Where(file => file.Text is null)
            .Select(file => $"{file.Path} <- {Path.GetRelativePath(Path.Combine(Folder, "Sources"), file.CopyOf!)}\n");
        Approved.Folder(
            Path.Combine(Folder, name),
            [
                .. files.Where(file => file.Text is not null).Select(file => (file.Path, file.Text!)),
                ("copies.txt", string.Concat(copies)),
            ]);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Packer_formats_it_the_same_way_and_finds_it_valid(string name)
    {
        var (_, profile, variant, provisioners) = All.Single(entry => entry.Name == name);
        using var rendered = RenderedFolder.Of(Plan(name, variant, provisioners), profile);
        Assert.Empty(await Packer.Succeeds(rendered.Path, ["fmt", "-check", "-diff", "."]));
        if (profile == RenderedFolder.Legacy)
        {
            await Packer.Succeeds(
                rendered.Path,
                ["validate", "."],
                [.. rendered.Image.Secrets.Select(secret => (TemplateVariables.EnvironmentName(secret.Name), "x"))]);
        }
    }

    [Fact]
    public void The_modern_profile_differs_only_in_its_plugins()
    {
        var legacy = Image("Server").Files[0].Text!;
        var modern = Image("ServerModern").Files[0].Text!;
        var plugins = modern[..modern.IndexOf("variable ", StringComparison.Ordinal)];
        Assert.Equal(
            """
            packer {
              required_plugins {
                qemu = {
                  source  = "github.com/hashicorp/qemu"
                  version = "~> 1.1.4"
                }
              }
            }


            """,
            plugins);
        Assert.Equal(legacy.Replace("\"Server", "\"ServerModern", StringComparison.Ordinal), modern[plugins.Length..]);
    }

    private static RenderedImage Image(string name)
    {
        var (_, profile, variant, provisioners) = All.Single(entry => entry.Name == name);
        var diagnostics = new DiagnosticBag();
        var image = RenderedFolder.Render(Plan(name, variant, provisioners), profile, diagnostics);
        Assert.Empty(diagnostics);
        return image;
    }

    /// <summary>Keys depend on where the repository lies; rendering only copies them.</summary>
    private static BuildPlan Plan(string name, Variant variant, Provisioner[] provisioners) =>
        RenderedFolder.Plan(variant, provisioners) with
        {
            ImageName = name,
            ContentKey = new Fingerprint("c0ffee", []),
            TargetKey = new Fingerprint("7a26e7", []),
        };

    private static Provisioner[] Server() =>
    [
        A.Command("Update packages", "apt-get update\napt-get install -y nginx"),
        A.Provisioner(
            "Register",
            "LinuxShellCommand",
            "shell",
            A.Text("Command", "printf '%s %s' '{{ .Vars }} ${not} %{hcl}' \"$GREETING\" | tee /etc/motd"),
            A.Text("RunAs", "root"),
            A.Text("WorkingDirectory", "/var/lib/my data"),
            Map("EnvironmentVariables", ("GREETING", new SettingValue.Text("it's {{ me }}")), ("LICENCE", Licence))) with
        {
            Limits = new StepLimits(TimeSpan.FromMinutes(90), 2, TimeSpan.FromSeconds(30)),
            Component = new Component("shell", [new Setting("valid_exit_codes", Numbers("0", "3"), Impact.Content, Origin.Project)], []),
        },
        Script("Audit", "Script", new SettingValue.Text(Source("audit.sh"))),
        A.Provisioner(
            "Greet",
            "LinuxShellScript",
            "shell",
            A.Text("Script", Source("greet.sh")) with { Files = FileUse.File },
            A.Text("Arguments", "") with { Value = Texts("two words", "it's") },
            A.Text("RunAs", "www-data")),
        Script("Both", "Scripts", Texts(Source("audit.sh"), Source("greet.sh"))),
        A.Provisioner("Site", "File", "file", A.Files("Source", Source("site/")), A.Text("Destination", "/var/www/html")),
        A.Provisioner("Config", "File", "file", A.Files("Source", Source("site.conf")), A.Text("Destination", "/etc/nginx/a b/")),
        A.Provisioner("Restart", "LinuxRestart", "shell"),
        Local("Tell", "echo done >> /dev/null"),
        A.Provisioner("Wait", "sleep", "breakpoint") with
        {
            Component = new Component("breakpoint", [new Setting("disable", new SettingValue.Flag(true), Impact.Effort, Origin.Project)], []),
        },
    ];

    private static Provisioner Local(string name, string command) =>
        A.Provisioner(name, "LocalCommand", "shell-local", A.Text("Command", command), A.Text("WorkingDirectory", "/tmp"));

    private static Provisioner Script(string name, string setting, SettingValue value) => A.Provisioner(
        name, "LinuxShellScript", "shell", new Setting(setting, value, Impact.Content, Origin.Project) { Files = FileUse.File });

    private static Variant Qemu() => A.Qemu(
        A.Text("iso_url", "/images/debian-12.qcow2"),
        A.Text("iso_checksum", "none"),
        Flag("disk_image"),
        A.Text("disk_size", "8G"),
        new Setting("cpus", new SettingValue.Number("2"), Impact.Target, Origin.Project),
        new Setting("qemuargs", new SettingValue.List([Texts("-cpu", "max"), Texts("-serial", "file:serial.log")]), Impact.Content, Origin.Project),
        A.Text("ssh_username", "packer"),
        new Setting("ssh_password", Password, Impact.Effort, Origin.Project),
        A.Text("shutdown_command", "sudo -n poweroff"));

    private static Variant Layered() => A.Qemu(
        A.Text("iso_url", "/images/debian-12.qcow2"),
        A.Text("iso_checksum", "none"),
        Flag("disk_image"),
        Flag("use_backing_file"),
        A.Text("format", "qcow2"),
        A.Text("accelerator", "tcg"),
        A.Text("ssh_username", "packer"));

    private static Variant Docker()
    {
        var variant = A.Qemu(Flag("commit"), A.Text("image", "debian:12"), Flag("pull"));
        return variant with { Name = "7.container", Type = "Docker", Component = variant.Component with { Name = "docker" } };
    }

    private static Variant FileBuilder()
    {
        var variant = A.Null(A.Text("content", "Hello ${world}"));
        return variant with { Name = "file", Type = "File", Component = variant.Component with { Name = "file" } };
    }

    private static Setting Flag(string name) => new(name, new SettingValue.Flag(true), Impact.Content, Origin.Project);

    private static string Source(string relative) => Path.Combine(Folder, "Sources", relative);

    private static SettingValue.List Texts(params ImmutableArray<string> texts) =>
        new([.. texts.Select(text => new SettingValue.Text(text))]);

    private static SettingValue.List Numbers(params ImmutableArray<string> numbers) =>
        new([.. numbers.Select(number => new SettingValue.Number(number))]);

    private static Setting Map(string name, params ImmutableArray<(string Key, SettingValue Value)> entries) => new(
        name,
        new SettingValue.Map([.. entries.Select(entry => new MapEntry(entry.Key, entry.Value))]),
        Impact.Content,
        Origin.Project);
}
