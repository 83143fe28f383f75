namespace Xoap.Images.Rendering;

/// <summary>Paths in a Windows guest.</summary>
internal static class WindowsPath
{
    /// <summary>Where a file waits until a script puts it into place.</summary>
    public const string Temporary = "C:/Windows/Temp/";

    /// <summary>With '/', which Windows and Packer's transfers read like its own '\'.</summary>
    public static string Slashed(string path) => path.Replace('\\', '/');

    /// <summary>Whether the PowerShell that Packer's transfers are made of leaves the path alone; it does not quote all of them.</summary>
    public static bool IsPlain(string path)
    {
        foreach (var character in path)
        {
            if (!char.IsAsciiLetterOrDigit(character) && !"/._-+:".Contains(character, StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A drive alone would be the folder that somebody happens to be in there.</summary>
    public static string Folder(string path) => path.EndsWith(':') ? path + "/" : path;

    /// <summary>The last part of a path with '/'.</summary>
    public static string LastPart(string path) => path[(path.LastIndexOf('/') + 1)..];
}
