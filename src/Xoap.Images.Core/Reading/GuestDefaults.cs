using Xoap.Images.Diagnostics;
using Xoap.Images.Model;
using Xoap.Images.Schemas;

namespace Xoap.Images.Reading;

/// <summary>Tells a hypervisor which operating system its machine runs, where the project's words say it and nobody wrote it.</summary>
internal static class GuestDefaults
{
    public static Component Add(Component component, OperatingSystemItem system, ComponentSchema schema, Origin origin)
    {
        var architecture = Architecture.Normal(system.Settings.Text("Architecture") ?? Architecture.Default);
        var known = GuestSystem.Of(system.SystemName, system.Platform, system.Settings.Text("Version") ?? "", architecture);
        if (GuestTypes.For(component.Name, known) is not var (name, text) || (name == "generation" && HasFloppy(component, system)))
        {
            return component;
        }

        var attribute = SettingName.Find(schema.Attributes.AsSpan(), name)!;
        SettingValue value = attribute.Type == SettingType.Number ? new SettingValue.Number(text) : new SettingValue.Text(text);
        return component with
        {
            Settings = SettingSet.Over(component.Settings, [SettingSet.Of(attribute, value, origin)], schema),
        };
    }

    /// <summary>A machine of generation 2 has no floppy drive.</summary>
    private static bool HasFloppy(Component component, OperatingSystemItem system) =>
        system.Settings.Text("AnswerFileMedium") == InstallerMedia.Floppy
        || component.Settings.Any(setting => setting.Name.StartsWith("floppy_", StringComparison.Ordinal));
}
