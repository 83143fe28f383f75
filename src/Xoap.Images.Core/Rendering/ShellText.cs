using System.Text;

namespace Xoap.Images.Rendering;

/// <summary>Text as words of a POSIX shell.</summary>
internal static class ShellText
{
    /// <summary>One word that the shell takes literally.</summary>
    public static string Quote(string text) => "'" + text.Replace("'", "'\\''", StringComparison.Ordinal) + "'";

    public static string Quote(IEnumerable<string> words)
    {
        var line = new StringBuilder();
        foreach (var word in words)
        {
            line.Append(' ').Append(Quote(word));
        }

        return line.ToString();
    }

    /// <summary>Whether every shell, scp and Packer's template language leave the path alone.</summary>
    public static bool IsPlainPath(string path)
    {
        foreach (var character in path)
        {
            if (!char.IsAsciiLetterOrDigit(character) && !"/._-+@%:,=".Contains(character, StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }

    public static string UnixLines(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal);
}
