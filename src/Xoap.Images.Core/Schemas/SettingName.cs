namespace Xoap.Images.Schemas;

/// <summary>Names of settings are compared without case and underscores: DiskSize is disk_size.</summary>
internal static class SettingName
{
    public static bool Same(string left, string right)
    {
        var (l, r) = (0, 0);
        while (true)
        {
            while (l < left.Length && left[l] == '_')
            {
                l++;
            }

            while (r < right.Length && right[r] == '_')
            {
                r++;
            }

            if (l == left.Length || r == right.Length)
            {
                return l == left.Length && r == right.Length;
            }

            if (char.ToUpperInvariant(left[l++]) != char.ToUpperInvariant(right[r++]))
            {
                return false;
            }
        }
    }

    /// <summary>The setting of that name, or null.</summary>
    public static SettingSchema? Find(ReadOnlySpan<SettingSchema> settings, string name)
    {
        foreach (var setting in settings)
        {
            if (Same(setting.Name, name))
            {
                return setting;
            }
        }

        return null;
    }

    /// <summary>An attribute as metadata are written: <c>disk_size</c> as <c>DiskSize</c>.</summary>
    public static string ToMetadata(string attribute) =>
        string.Concat(attribute.Split('_', StringSplitOptions.RemoveEmptyEntries)
            .Select(word => string.Concat(char.ToUpperInvariant(word[0]).ToString(), word.AsSpan(1))));
}
