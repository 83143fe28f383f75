using System.IO.Enumeration;

namespace Xoap.Images.Files;

/// <summary>Patterns as MSBuild has them: <c>*</c> and <c>?</c> inside a name, <c>**</c> for any folders.</summary>
internal static class Glob
{
    public static bool IsGlob(string path) => path.AsSpan().IndexOfAny('*', '?') >= 0;

    /// <summary>The deepest folder in front of the first wildcard, without a slash at its end.</summary>
    public static string RootOf(string pattern)
    {
        var wildcard = pattern.AsSpan().IndexOfAny('*', '?');
        return pattern[..pattern.LastIndexOf('/', wildcard)];
    }

    /// <param name="pattern">Relative to the root, with '/'.</param>
    /// <param name="path">Relative to the root, with '/'.</param>
    public static bool Matches(string pattern, string path) => Matches(pattern.Split('/'), path.Split('/'));

    private static bool Matches(ReadOnlySpan<string> pattern, ReadOnlySpan<string> path)
    {
        if (pattern.IsEmpty)
        {
            return path.IsEmpty;
        }

        if (pattern[0] == "**")
        {
            // "**" at the end stands for every file below.
            return pattern.Length == 1
                || Matches(pattern[1..], path)
                || (!path.IsEmpty && Matches(pattern, path[1..]));
        }

        return !path.IsEmpty
            && FileSystemName.MatchesSimpleExpression(pattern[0], path[0], ignoreCase: false)
            && Matches(pattern[1..], path[1..]);
    }
}
