using System.Collections.Immutable;
using Xoap.Images.Model;
using Xoap.Images.Schemas;

namespace Xoap.Images.Reading;

/// <summary>The region of a builder, by which it finds its operating system.</summary>
internal static class BuilderRegion
{
    private const string Region = "region";
    private const string Zone = "zone";

    public static string? Of(ImmutableArray<Setting> settings, BuilderType type)
    {
        var attribute = type.Aliases.FirstOrDefault(alias => alias.Name == "Region")?.Attribute ?? Region;
        return Text(settings, attribute)
            ?? (type.Provider == Providers.Google && Text(settings, Zone) is { } zone && zone.LastIndexOf('-') is > 0 and var end ? zone[..end] : null);
    }

    private static string? Text(ImmutableArray<Setting> settings, string name)
    {
        foreach (var setting in settings)
        {
            if (setting is { Value: SettingValue.Text text } && setting.Name == name)
            {
                return text.Value;
            }
        }

        return null;
    }
}
