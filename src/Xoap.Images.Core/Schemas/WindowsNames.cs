namespace Xoap.Images.Schemas;

/// <summary>What names of files and folders Windows accepts.</summary>
internal static class WindowsNames
{
    private const string Reserved = "<>:\"|?*";

    private static readonly string[] Devices = ["CON", "PRN", "AUX", "NUL"];

    /// <summary>Whether the path starts at a drive or at a share: <c>C:\x</c>, <c>//server/x</c>.</summary>
    public static bool IsAbsolute(string path) =>
        HasDrive(path) || path.StartsWith(@"\\", StringComparison.Ordinal) || path.StartsWith("//", StringComparison.Ordinal);

    public static bool HasDrive(string path) =>
        path.Length > 2 && char.IsAsciiLetter(path[0]) && path[1] == ':' && path[2] is '\\' or '/';

    /// <summary>The first part of the path, behind a drive, that no file can be called, or null.</summary>
    public static string? Unusable(string path)
    {
        foreach (var part in (HasDrive(path) ? path[3..] : path).Split('/', '\\'))
        {
            if (part.Length > 0 && !IsUsable(part))
            {
                return part;
            }
        }

        return null;
    }

    private static bool IsUsable(string name)
    {
        foreach (var character in name)
        {
            if (char.IsControl(character) || Reserved.Contains(character, StringComparison.Ordinal))
            {
                return false;
            }
        }

        return name[^1] is not ('.' or ' ') && !IsDevice(name.Split('.')[0].TrimEnd());
    }

    private static bool IsDevice(string stem) =>
        Devices.Contains(stem, StringComparer.OrdinalIgnoreCase)
        || (stem.Length == 4 && char.IsAsciiDigit(stem[3])
            && (stem.StartsWith("COM", StringComparison.OrdinalIgnoreCase) || stem.StartsWith("LPT", StringComparison.OrdinalIgnoreCase)));
}
