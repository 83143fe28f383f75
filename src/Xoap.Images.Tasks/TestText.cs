using System.Globalization;
using System.Text;
using Xoap.Images.TestReports;

namespace Xoap.Images.Tasks;

/// <summary>What a test said, as the console of VSTest has it.</summary>
internal static class TestText
{
    /// <summary>Of each part: the end of it says most. The reports have all.</summary>
    private const int MostLines = 200;

    private const int LongestLine = 2000;

    /// <summary>Empty when it said nothing.</summary>
    public static string Of(TestResult result)
    {
        var text = new StringBuilder();
        Add(text, "Error Message:", result.Message);
        if (!result.Message.Contains(result.Details.Trim(), StringComparison.Ordinal))
        {
            Add(text, "Stack Trace:", result.Details);
        }

        Add(text, "Standard Output Messages:", result.Output);
        return text.ToString();
    }

    private static void Add(StringBuilder text, string heading, string content)
    {
        if (string.IsNullOrWhiteSpace(content))
        {
            return;
        }

        text.Append("\n  ").Append(heading);
        var lines = content.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        if (lines.Length > MostLines)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n   … {lines.Length - MostLines} more lines");
        }

        foreach (var line in lines.TakeLast(MostLines))
        {
            text.Append("\n   ").Append(Harmless(line));
        }
    }

    /// <summary>A guest's text shall not steer the terminal.</summary>
    private static string Harmless(string line) => string.Concat(
        (line.Length > LongestLine ? line[..LongestLine] + "…" : line).Select(character => char.IsControl(character) && character != '\t' ? ' ' : character));
}
