using System.Collections.Immutable;
using Xoap.Images.Diagnostics;
using Xoap.Images.Model;
using Xoap.Images.Planning;

namespace Xoap.Images.Tests.Infra;

/// <summary>Small pieces of the model for tests.</summary>
internal static class A
{
    public static Setting Map(string name, params (string Key, SettingValue Value)[] entries) => new(
        name,
        new SettingValue.Map([.. entries.Select(entry => new MapEntry(entry.Key, entry.Value))]),
        Impact.Content,
        Origin.Project);

    public static Setting Text(string name, string value, Impact impact = Impact.Content) =>
        new(name, new SettingValue.Text(value), impact, Origin.Project);

    public static Setting Flag(string name) => new(name, new SettingValue.Flag(true), Impact.Content, Origin.Project);

    public static Setting Number(string name, string value) => new(name, new SettingValue.Number(value), Impact.Content, Origin.Project);

    public static Setting Files(string name, string path) => Text(name, path) with { Files = FileUse.Files };

    public static Provisioner Command(string name, string command = "true", string[]? after = null, string[]? before = null) =>
        Provisioner(name, "LinuxShellCommand", "shell", Text("Command", command)) with
        {
            After = [.. after ?? []],
            Before = [.. before ?? []],
        };

    public static Provisioner Provisioner(string name, string type, string component, params Setting[] own) => new(
        name,
        type,
        [.. own],
        new Component(component, [], []),
        new StepLimits(null, null, null),
        new Applicability([], [], [], []),
        [],
        [],
        [],
        Volatility.Never,
        "",
        new Origin("Provisioner", name));

    public static ProvisionerGroup Group(
        string name, string[] provisioners, string[]? after = null, string[]? before = null, bool seal = false) =>
        new(name, [.. provisioners], [.. after ?? []], [.. before ?? []], seal, "", new Origin("ProvisionerGroup", name));

    public static ProvisionerRole Role(params string[] groups) =>
        new("Role", [.. groups], "", new Origin("ProvisionerRole", "Role"));

    public static Variant Null(params Setting[] settings) =>
        new("local", "Null", "Any", new Component("null", [.. settings], []), null, null, new Origin("Builder", "local"));

    public static Variant Qemu(params Setting[] settings) => new(
        "qemu",
        "Qemu",
        "OnPremises",
        new Component("qemu", [.. settings], []),
        new Xoap.Images.Model.OperatingSystem("debian-12", Platform.Linux, "12", "x64", null, null, new Origin("OperatingSystem", "debian-12")),
        null,
        new Origin("Builder", "qemu"));

    /// <summary>Windows on a builder of that component.</summary>
    public static Variant Windows(string component, string provider) => Qemu() with
    {
        Name = "windows",
        Type = component,
        Provider = provider,
        Component = new Component(component, [], []),
        OperatingSystem = Qemu().OperatingSystem! with { Name = "windows-2025", Platform = Platform.Windows },
    };

    /// <summary>An image of one group with these provisioners, on one null builder.</summary>
    public static ImageDefinition Image(params Provisioner[] provisioners) => ImageDefinition.Empty("image") with
    {
        Role = Role("Group"),
        Groups = [Group("Group", [.. provisioners.Select(provisioner => provisioner.Name)])],
        Provisioners = [.. provisioners],
        Variants = [Null()],
    };

    public static SourceContents Contents(params (string Path, bool IsFolder, (string Path, string Sha256)[] Files)[] sources)
    {
        var contents = new SourceContents();
        foreach (var (path, isFolder, files) in sources)
        {
            contents.Add(new SourceFiles(
                path, isFolder, [.. files.Select(file => new SourceFile($"{path}/{file.Path}", file.Path, 1, file.Sha256))]));
        }

        return contents;
    }

    public static ImmutableArray<BuildPlan> Plans(ImageDefinition definition, SourceContents? contents = null)
    {
        var diagnostics = new DiagnosticBag();
        var plans = Planner.Plan(definition, contents ?? new SourceContents(), diagnostics);
        Assert.DoesNotContain(diagnostics, diagnostic => diagnostic.Severity == Severity.Error);
        return plans;
    }

    public static BuildPlan Plan(ImageDefinition definition, SourceContents? contents = null) =>
        Assert.Single(Plans(definition, contents));
}
