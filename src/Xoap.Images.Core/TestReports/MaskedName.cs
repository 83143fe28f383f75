using System.Text.RegularExpressions;

namespace Xoap.Images.TestReports;

/// <summary>Names of tests in which something stands for a secret's value, which may happen to be a word of theirs.</summary>
internal static partial class MaskedName
{
    /// <summary>What Packer writes for the value of a sensitive variable, wherever it stands: in a plan or a name, too.</summary>
    public const string OfPacker = "<sensitive>";

    public static bool Is(string name) => Mask().IsMatch(name);

    /// <summary>Whether a name may be what a report wrote with a mask.</summary>
    /// <param name="reported">With a mask.</param>
    public static bool MayBe(string reported, string name) =>
        Regex.IsMatch(name, $@"\A{string.Join(".*", Mask().Split(reported).Select(Regex.Escape))}\z", RegexOptions.Singleline | RegexOptions.NonBacktracking);

    // Ours, and Packer's.
    [GeneratedRegex(@"\*\*\*|" + OfPacker)]
    private static partial Regex Mask();
}
