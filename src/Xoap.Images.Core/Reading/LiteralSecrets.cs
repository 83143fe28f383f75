using System.Collections.Immutable;
using Xoap.Images.Model;

namespace Xoap.Images.Reading;

/// <summary>Values that nobody should read, by the names that they go by: entries of maps have no schema that would know.</summary>
internal static class LiteralSecrets
{
    private static readonly string[] Words =
        ["password", "passwd", "passphrase", "secret", "token", "apikey", "accesskey", "privatekey", "credential"];

    /// <summary>What stands behind these words is about a secret, but none: where it lies, how long it is.</summary>
    private static readonly string[] About =
        ["file", "path", "dir", "folder", "url", "uri", "name", "id", "length", "age", "days", "policy", "hash", "type"];

    private static readonly string[] Switches = ["true", "false", "yes", "no", "on", "off", "0", "1"];

    /// <summary>Reports entries of maps, and of lists of <c>NAME=value</c>.</summary>
    public static void Check(ImmutableArray<Setting> settings, ReadingContext context)
    {
        foreach (var setting in settings)
        {
            foreach (var (name, value) in Entries(setting))
            {
                if (Sounds(name) && value.Length > 0 && !Switches.Contains(value, StringComparer.OrdinalIgnoreCase))
                {
                    context.Report(context.IsRole
                        ? InstallerDiagnostics.SecretInRole(setting.Origin, name)
                        : InstallerDiagnostics.VariableLooksSecret(setting.Origin, name));
                }
            }
        }
    }

    private static bool Sounds(string name)
    {
        var plain = name.Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal);
        return Array.Exists(Words, word => plain.Contains(word, StringComparison.OrdinalIgnoreCase))
            && !Array.Exists(About, word => plain.EndsWith(word, StringComparison.OrdinalIgnoreCase));
    }

    private static IEnumerable<(string Name, string Value)> Entries(Setting setting) => setting.Value switch
    {
        SettingValue.Map map => map.Entries.Select(entry => (entry.Key, (entry.Value as SettingValue.Text)?.Value ?? "")),
        SettingValue.List list when setting.Name == "environment_vars" => list.Values.OfType<SettingValue.Text>()
            .Select(text => text.Value.Split('=', 2)).Where(parts => parts.Length == 2).Select(parts => (parts[0], parts[1])),
        _ => [],
    };
}
