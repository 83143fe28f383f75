using Xoap.Images.Diagnostics;
using Xoap.Images.Rendering;
using Xoap.Images.Tests.Infra;

namespace Xoap.Images.Tests.Rendering;

/// <summary>Steps in Windows guests, from the project's text to the rendered folder; and Packer's own opinion of it.</summary>
public class WindowsGoldenTests
{
    private static readonly string Folder = Repository.PathOf("tests", "Xoap.Images.Tests", "Rendering", "Golden");
    private static readonly PackerProfile Modern = PackerProfile.Newest;

    public static TheoryData<string> Cases => [.. All.Select(entry => entry.Name)];

    private static string Tools => Path.Combine(Folder, "Sources", "tools");

    private static (string Name, PackerProfile Profile, (string Name, string Type, string[] Metadata)[] Provisioners)[] All =>
    [
        ("PowerShell", RenderedFolder.Legacy, PowerShell()),
        ("PowerShellModern", Modern, PowerShell("UsePwsh=true", "PauseAfter=10s")),
        ("Restart", RenderedFolder.Legacy, Restart),
        ("RestartModern", Modern, Restart),
        ("Update", RenderedFolder.Legacy, [("Small", "WindowsUpdate", ["Passes=1"])]),
        ("UpdateModern", Modern, [("Small", "WindowsUpdate", [])]),
        ("UpdateFull", RenderedFolder.Legacy, FullUpdate),
        ("UpdateFullModern", Modern, FullUpdate),
        ("Files", RenderedFolder.Legacy, Files),
        ("FilesModern", Modern, Files),
    ];

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_folder_is_as_approved(string name)
    {
        var (_, profile, provisioners) = All.Single(entry => entry.Name == name);
        var diagnostics = new DiagnosticBag();
        var files = WindowsImage.Render(WindowsImage.Project(provisioners), profile, diagnostics).Files;
        Assert.Empty(diagnostics);
        var copies = files.Where(file => file.CopyOf is not null).Select(file => Line(file.Path, file.CopyOf!));
        var archived = files.SelectMany(file => file.Archived.Select(inside => Line($"{file.Path}: {inside.Name}", inside.CopyOf)));
        Approved.Folder(
            Path.Combine(Folder, "Windows", name),
            [
                .. files.Where(file => file.Text is not null).Select(file => (file.Path, file.Text!)),
                ("copies.txt", string.Concat(copies.Concat(archived))),
            ]);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Packer_formats_it_the_same_way_and_finds_it_valid(string name)
    {
        var (_, profile, provisioners) = All.Single(entry => entry.Name == name);
        using var rendered = RenderedFolder.Of(WindowsImage.Plan(WindowsImage.Project(provisioners)), profile);
        Assert.Empty(await Packer.Succeeds(rendered.Path, ["fmt", "-check", "-diff", "."]));
        if (profile == RenderedFolder.Legacy)
        {
            await Packer.Succeeds(
                rendered.Path,
                ["validate", "."],
                [.. rendered.Image.Secrets.Select(secret => (TemplateVariables.EnvironmentName(secret.Name), "x"))]);
        }
    }

    private static (string Name, string Type, string[] Metadata)[] PowerShell(params string[] more) =>
    [
        ("Small", "PowerShellCommand", ["Command=Install-WindowsFeature Web-Server"]),
        (
            "Full",
            "PowerShellCommand",
            [
                "Command=Write-Output 'it''s \u2019{{ .Vars }}\u201d ${not} `$(hcl) %25{x}'\nexit 3010",
                "EnvironmentVariables=GREETING=it's {{ me }};TOKEN=env:AGENT_TOKEN;ADDRESS=packer:build.Host",
                "WorkingDirectory=C:\\Program Files\\My App",
                "ValidExitCodes=0;1;3010",
                "ElevatedUser=packer:build.User",
                "ExecutionPolicy=remotesigned",
                "PauseBefore=30s",
                "MaxRetries=2",
                .. more,
            ]),
        ("System", "PowerShellCommand", ["Command=whoami", "ElevatedUser=SYSTEM"]),
        ("Small script", "PowerShellScript", ["Script=" + Source("greet.ps1")]),
        (
            "Full script",
            "PowerShellScript",
            [
                "Script=" + Source("harden.ps1"),
                "Arguments=-Level;2;-Quiet:$true;it's text",
                "EnvironmentVariables=MODE=strict;TOKEN=env:AGENT_TOKEN",
                "ElevatedUser=.\\installer",
                "ElevatedPassword=env:INSTALLER_PASSWORD",
                "ValidExitCodes=0;3010",
            ]),
        ("Both", "PowerShellScript", [$"Scripts={Source("wide.ps1")};{Source("greet.ps1")}"]),
    ];

    private static (string Name, string Type, string[] Metadata)[] Restart =>
    [
        ("Small", "WindowsRestart", []),
        (
            "Full",
            "WindowsRestart",
            [
                "RestartTimeout=45m", "RestartCommand=shutdown /r /t 5", "RestartCheckCommand=powershell -Command \"echo up\"",
                "RegistryKeys=HKLM:SOFTWARE\\Contoso\\Busy", "MaxRetries=1", "PauseBefore=10s",
            ]),
        ("Unchecked", "WindowsRestart", ["CheckRegistry=false"]),
    ];

    private static (string Name, string Type, string[] Metadata)[] FullUpdate =>
    [
        (
            "Full",
            "WindowsUpdate",
            [
                "SearchCriteria=IsInstalled=0 and Type='Software'", "Filters=exclude:$_.Title -like '*it''s {x} \u201equoted\u201c*';include:$true",
                "UpdateLimit=25", "Passes=2", "RestartTimeout=45m", "UpdateMaxRetries=7", "Username=.\\installer",
                "Password=env:INSTALLER_PASSWORD",
            ]),
        ("Optional", "WindowsUpdate", ["Preset=optional", "Passes=1"]),
    ];

    private static (string Name, string Type, string[] Metadata)[] Files =>
    [
        ("Small", "File", [$"Source={Source("greet.ps1")}", "Destination=C:\\Tools\\"]),
        ("Renamed", "File", [$"Source={Source("greet.ps1")}", "Destination=C:/Tools/new.ps1", "MaxRetries=2"]),
        ("Folder", "File", [$"Source={Tools}", "Destination=D:\\scripts"]),
        ("Odd folder", "File", [$"Source={Tools}", "Destination=C:\\Program Files\\it's {{here}} $x `[1]"]),
        ("Odd file", "File", [$"Source={Source("greet.ps1")}", "Destination=C:\\Users\\Public\\Grüße.ps1"]),
        ("Archived", "File", [$"Source={Tools}/*", "Destination=\\\\server\\share\\", "Archive=true"]),
        ("Log", "File", ["Source=C:\\Windows\\Temp\\x.log", "Destination=/logs/x.log", "Direction=download"]),
    ];

    private static string Line(string path, string source) =>
        $"{path} <- {Path.GetRelativePath(Path.Combine(Folder, "Sources"), source)}\n";

    private static string Source(string relative) => Path.Combine(Folder, "Sources", "windows", relative);
}
