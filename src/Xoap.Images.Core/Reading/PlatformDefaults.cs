using System.Collections.Immutable;
using Xoap.Images.Diagnostics;
using Xoap.Images.Model;
using Xoap.Images.Schemas;

namespace Xoap.Images.Reading;

/// <summary>What a builder type sets for the guest's platform where neither builder, operating system nor connection did.</summary>
internal static class PlatformDefaults
{
    /// <param name="settings">The effective settings so far.</param>
    /// <param name="origin">The builder's: nobody wrote these settings.</param>
    public static ImmutableArray<Setting> Add(
        ImmutableArray<Setting> settings, BuilderType type, Platform platform, ComponentSchema schema, Origin origin)
    {
        var speaksSsh = Speaks(settings, "ssh_") && !Speaks(settings, "winrm_");
        foreach (var row in type.Defaults)
        {
            // Who writes SshUsername for Windows, and nothing of WinRM, has said how the guest is reached.
            if (row is { Attribute: PlatformDefault.Communicator, Value: PlatformDefault.WinRm } && speaksSsh)
            {
                continue;
            }

            if (row.Platform == platform && row.CountsWith(CommunicatorOf(settings)) && !IsExcluded(row, settings))
            {
                var attribute = SettingName.Find(schema.Attributes.AsSpan(), row.Attribute)!;
                settings = SettingSet.Over(settings, [SettingSet.Of(attribute, Value(attribute.Type, row.Value), origin)], schema);
            }
        }

        return settings;
    }

    private static bool Speaks(ImmutableArray<Setting> settings, string prefix) =>
        settings.Any(setting => setting.Name.StartsWith(prefix, StringComparison.Ordinal));

    private static bool IsExcluded(PlatformDefault row, ImmutableArray<Setting> settings)
    {
        foreach (var setting in settings)
        {
            if (row.Unless.Contains(setting.Name))
            {
                return true;
            }
        }

        return false;
    }

    private static SettingValue Value(SettingType type, string text) => type.Kind switch
    {
        SettingKind.Flag => new SettingValue.Flag(text == "true"),
        SettingKind.Number => new SettingValue.Number(text),
        _ => new SettingValue.Text(text),
    };

    private static string? CommunicatorOf(ImmutableArray<Setting> settings)
    {
        foreach (var setting in settings)
        {
            if (setting is { Name: PlatformDefault.Communicator, Value: SettingValue.Text communicator })
            {
                return communicator.Value;
            }
        }

        return null;
    }
}
