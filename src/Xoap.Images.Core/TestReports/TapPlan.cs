using System.Globalization;
using System.Text.RegularExpressions;

namespace Xoap.Images.TestReports;

/// <summary>A line such as <c>1..12</c>.</summary>
/// <param name="Reason">Why there is nothing to run; empty when none is given.</param>
internal sealed partial record TapPlan(int First, int Last, bool IsSkipped, string Reason)
{
    public int Count => Math.Max(0, Last - First + 1);

    public static TapPlan? Parse(string line)
    {
        var match = Form().Match(line);
        return match.Success
            && int.TryParse(match.Groups["first"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var first)
            && int.TryParse(match.Groups["last"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var last)
            ? new(first, last, match.Groups["skip"].Success, match.Groups["reason"].Value.Trim())
            : null;
    }

    [GeneratedRegex(@"^(?<first>\d+)\.\.(?<last>\d+)\s*(?:#\s*(?:(?<skip>skip\S*)\s*)?(?<reason>.*))?$", RegexOptions.IgnoreCase)]
    private static partial Regex Form();
}
