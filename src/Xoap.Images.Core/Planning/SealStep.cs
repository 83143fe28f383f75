using Xoap.Images.Diagnostics;
using Xoap.Images.Model;
using Xoap.Images.Schemas;

namespace Xoap.Images.Planning;

/// <summary>What generalises the guest (<c>ImageSeal</c>): the very last step of a plan, behind the groups marked Seal.</summary>
internal static class SealStep
{
    public const string GroupName = "Seal";

    /// <summary>Types of the automatic steps; a project cannot name them.</summary>
    public const string Windows = "SealWindows";
    public const string AzureLinux = "SealAzureLinux";

    /// <summary>For whose tools the step calls: a setting of <see cref="Windows"/>.</summary>
    public const string Provider = "Provider";

    /// <summary>Of ImageSeal: by the provider and platform of the variant, or not at all.</summary>
    public const string Auto = "Auto";
    public const string None = "None";

    /// <summary>A project's default timeout may be short; generalising is slow.</summary>
    private static readonly TimeSpan Timeout = TimeSpan.FromHours(1);

    /// <summary>The variant's step, or null when nothing is to be done here.</summary>
    public static Provisioner? Of(ImageDefinition definition, Variant variant) =>
        definition.Seal == Auto ? Automatic(variant) : ScriptOf(definition);

    /// <summary>The project's own script as a provisioner, or null when the seal is Auto or None.</summary>
    public static Provisioner? ScriptOf(ImageDefinition definition)
    {
        if (definition.Seal is Auto or None)
        {
            return null;
        }

        var script = Text("Script", definition.Seal) with { Files = FileUse.File };
        return IsPowerShell(definition.Seal)
            ? Step("PowerShellScript", "powershell", null, script)
            : Step("LinuxShellScript", "shell", null, script, Text("RunAs", "root"));
    }

    /// <summary>In the seal the limits of a step choose where it runs, since each provider has its own way to generalise.</summary>
    public static bool Fits(Applicability limits, Variant variant) =>
        (variant.Provider == Providers.Any || Applicability.Includes(limits.Providers, variant.Provider))
        && (variant.OperatingSystem is not { } system
            || (Applicability.Includes(limits.Platforms, system.Platform.ToString())
                && Applicability.Includes(limits.OperatingSystems, system.Name)
                && Applicability.Includes(limits.Architectures, system.Architecture)));

    public static bool IsPowerShell(string script) => script.EndsWith(".ps1", StringComparison.OrdinalIgnoreCase);

    /// <summary>An image of a gallery that keeps its users and its name: it must not be generalised.</summary>
    public static bool IsSpecialized(Variant variant) => variant.Component.Blocks
        .SelectMany(block => block.Settings)
        .Any(setting => setting is { Name: "specialized", Value: SettingValue.Flag { Value: true } });

    /// <summary>A Linux guest of AWS and Google sets itself up anew wherever it starts under a new instance ID.</summary>
    private static Provisioner? Automatic(Variant variant) => (variant.Component.Name, variant.OperatingSystem?.Platform) switch
    {
        ("amazon-ebs", Platform.Windows) => Step(Windows, "powershell", Timeout, Text(Provider, "AWS")),
        ("googlecompute", Platform.Windows) => Step(Windows, "powershell", Timeout, Text(Provider, "Google")),
        ("azure-arm", _) when IsSpecialized(variant) => null,
        ("azure-arm", Platform.Windows) => Step(Windows, "powershell", Timeout, Text(Provider, "Azure")),
        ("azure-arm", Platform.Linux) => Step(AzureLinux, "shell", Timeout),
        _ => null,
    };

    private static Provisioner Step(string type, string component, TimeSpan? timeout, params ReadOnlySpan<Setting> own) => new(
        "Seal",
        type,
        [.. own],
        new Component(component, [], []),
        new StepLimits(timeout, null, null),
        new Applicability([], [], [], []),
        [],
        [],
        [],
        Volatility.Never,
        "Seals the image",
        Origin.Property("ImageSeal"));

    private static Setting Text(string name, string value) =>
        new(name, new SettingValue.Text(value), Impact.Content, Origin.Property("ImageSeal"));
}
