using System.Text;

namespace Xoap.Images.Rendering;

/// <summary>Text as PowerShell reads it.</summary>
internal static class PowerShellText
{
    /// <summary>Typographic quotes end a literal just as the plain one does.</summary>
    private const string SingleQuotes = "'\u2018\u2019\u201a\u201b";

    /// <summary>One literal, of one or several lines, in which nothing is expanded.</summary>
    public static string Quote(string text)
    {
        var literal = new StringBuilder(text.Length + 2).Append('\'');
        foreach (var character in text)
        {
            literal.Append(character);
            if (SingleQuotes.Contains(character, StringComparison.Ordinal))
            {
                literal.Append(character);
            }
        }

        return literal.Append('\'').ToString();
    }

    /// <summary>An array of literals, also of none or one.</summary>
    public static string Array(IEnumerable<string> texts) => "@(" + string.Join(", ", texts.Select(Quote)) + ")";

    /// <summary>
    /// Arguments behind a command, as <c>powershell -File</c> takes them: <c>-Name</c> and <c>-Name:value</c> name a parameter, all else is text.
    /// </summary>
    public static string Arguments(IEnumerable<string> arguments)
    {
        var line = new StringBuilder();
        foreach (var argument in arguments)
        {
            line.Append(' ').Append(Argument(argument));
        }

        return line.ToString();
    }

    private static string Argument(string argument)
    {
        var colon = argument.IndexOf(':', StringComparison.Ordinal);
        var name = colon < 0 ? argument : argument[..colon];
        if (!IsParameter(name))
        {
            return Quote(argument);
        }

        var value = colon < 0 ? "" : argument[(colon + 1)..];
        var isFlag = value.Equals("$true", StringComparison.OrdinalIgnoreCase) || value.Equals("$false", StringComparison.OrdinalIgnoreCase);
        return colon < 0 ? name : $"{name}:{(isFlag ? value : Quote(value))}";
    }

    private static bool IsParameter(string name)
    {
        if (name.Length < 2 || name[0] != '-' || !char.IsAsciiLetter(name[1]))
        {
            return false;
        }

        foreach (var character in name.AsSpan(1))
        {
            if (!char.IsAsciiLetterOrDigit(character) && character != '_')
            {
                return false;
            }
        }

        return true;
    }
}
