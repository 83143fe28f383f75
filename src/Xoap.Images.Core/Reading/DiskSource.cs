using System.Collections.Immutable;
using Xoap.Images.Model;

namespace Xoap.Images.Reading;

/// <summary>What a builder starts from that names a file or URL itself.</summary>
internal static class DiskSource
{
    private const string NotPinned = "none";

    /// <summary>Place and pinned checksum.</summary>
    public static (string? Source, string? Checksum) Of(ImmutableArray<Setting> settings)
    {
        string? source = null;
        string? checksum = null;
        foreach (var setting in settings)
        {
            switch (setting.Name)
            {
                case "iso_url" or "iso_urls":
                    source ??= Text(setting.Value);
                    break;
                case "iso_checksum" when Text(setting.Value) is { } text && text != NotPinned:
                    checksum = text;
                    break;
                default:
                    break;
            }
        }

        return (source, checksum);
    }

    private static string? Text(SettingValue value) => value switch
    {
        SettingValue.Text text => text.Value,
        SettingValue.List { Values: [SettingValue.Text first, ..] } => first.Value,
        _ => null,
    };
}
