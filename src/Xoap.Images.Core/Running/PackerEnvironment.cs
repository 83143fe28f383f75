using System.Collections.Immutable;

namespace Xoap.Images.Running;

/// <summary>What Packer sees of the world: the build's environment, folders of its own, and the secrets.</summary>
internal static class PackerEnvironment
{
    /// <summary>Every process of a run carries it, so that a later build can find what a dead one left.</summary>
    public const string RunMark = "XOAP_IMAGES_RUN";

    /// <summary>Downloads and plugins are worth keeping, and Packer locks them itself: one place for each user.</summary>
    public static string CacheFolder(IReadOnlyDictionary<string, string> environment)
    {
        if (environment.TryGetValue("XDG_CACHE_HOME", out var cache) && Path.IsPathRooted(cache))
        {
            return Path.Combine(cache, "xoap-images");
        }

        var local = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData);
        return environment.TryGetValue("HOME", out var home) && !OperatingSystem.IsWindows()
            ? Path.Combine(home, ".cache", "xoap-images")
            : Path.Combine(local.Length > 0 ? local : Path.GetTempPath(), "xoap-images");
    }

    /// <param name="temporary">A folder of this run alone.</param>
    /// <param name="values">Values of Packer variables.</param>
    public static ImmutableDictionary<string, string> Of(
        IReadOnlyDictionary<string, string> environment,
        string temporary,
        string runId,
        IEnumerable<KeyValuePair<string, string>> values)
    {
        var cache = CacheFolder(environment);
        var result = ImmutableDictionary.CreateBuilder<string, string>(
            OperatingSystem.IsWindows() ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);
        result.AddRange(environment);

        // Packer's debug log shows secrets, and a foreign PKR_VAR_ would change the template.
        foreach (var name in result.Keys.Where(name =>
            name.StartsWith("PKR_VAR_", StringComparison.OrdinalIgnoreCase)
            || name.StartsWith("PACKER_LOG", StringComparison.OrdinalIgnoreCase)
            || name is "PACKER_WRAP_COOKIE" or "PACKER_RUN_UUID").ToList())
        {
            result.Remove(name);
        }

        result["CHECKPOINT_DISABLE"] = "1";
        result["PACKER_NO_COLOR"] = "1";
        result["PACKER_CONFIG_DIR"] = Path.Combine(temporary, "config");
        result["PACKER_PLUGIN_PATH"] = Path.Combine(cache, "plugins");
        result.TryAdd("PACKER_CACHE_DIR", Path.Combine(cache, "packer_cache"));
        result[RunMark] = runId;
        foreach (var name in (string[])["TMPDIR", "TMP", "TEMP"])
        {
            result[name] = temporary;
        }

        foreach (var (name, value) in values)
        {
            result["PKR_VAR_" + name] = value;
        }

        return result.ToImmutable();
    }
}
