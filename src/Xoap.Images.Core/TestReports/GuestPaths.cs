using System.Text.RegularExpressions;

namespace Xoap.Images.TestReports;

/// <summary>What a guest says of its copies of the tests is said of the files on this machine.</summary>
/// <param name="guest">The folder in the guest; empty when it is not known.</param>
/// <param name="local">The folder on this machine that its files are from, with '/' at its end.</param>
internal sealed class GuestPaths(string guest, string local)
{
    /// <summary>Windows writes its paths in several ways.</summary>
    private readonly Regex? _path = guest.Length == 0 ? null : new Regex(
        Regex.Escape(guest).Replace(@"\\", @"[\\/]", StringComparison.Ordinal) + @"(?<rest>[^\s:'""`,()]*)",
        RegexOptions.NonBacktracking | (guest.Contains('\\', StringComparison.Ordinal) ? RegexOptions.IgnoreCase : RegexOptions.None));

    public TestResult In(TestResult result) => result with { Message = In(result.Message), Details = In(result.Details) };

    private string In(string text) =>
        _path?.Replace(text, path => local + path.Groups["rest"].Value.Replace('\\', '/')) ?? text;
}
