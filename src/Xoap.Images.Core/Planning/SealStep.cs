using Xoap.Images.Diagnostics;
using Xoap.Images.Model;

namespace Xoap.Images.Planning;

/// <summary>The project's own seal script (<c>ImageSeal</c>): the very last step of every plan.</summary>
internal static class SealStep
{
    public const string GroupName = "Seal";

    /// <summary>The script as a provisioner that runs as root, or null when the seal is Auto or None.</summary>
    public static Provisioner? ScriptOf(ImageDefinition definition)
    {
        if (definition.Seal is "Auto" or "None")
        {
            return null;
        }

        var origin = Origin.Property("ImageSeal");
        return new Provisioner(
            "Seal",
            "LinuxShellScript",
            [
                new Setting("Script", new SettingValue.Text(definition.Seal), Impact.Content, origin) { Files = FileUse.File },
                new Setting("RunAs", new SettingValue.Text("root"), Impact.Content, origin),
            ],
            new Component("shell", [], []),
            new StepLimits(null, null, null),
            new Applicability([], [], [], []),
            [],
            [],
            [],
            Volatility.Never,
            "Seals the image",
            origin);
    }

    public static void Check(ImageDefinition definition, Variant variant, DiagnosticBag diagnostics)
    {
        if (variant.OperatingSystem?.Platform == Platform.Windows && ScriptOf(definition) is not null)
        {
            diagnostics.Add(PlanningDiagnostics.SealScriptNeedsLinux(Origin.Property("ImageSeal"), definition.Seal));
        }
    }
}
