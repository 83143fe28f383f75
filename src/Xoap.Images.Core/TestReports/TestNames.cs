using System.Collections.Immutable;

namespace Xoap.Images.TestReports;

/// <summary>A test's names in filters and in files of results.</summary>
internal static class TestNames
{
    /// <summary>The file's name without its ending and the names of the path, with dots.</summary>
    public static string FullyQualified(TestCase test) => string.Join('.', test.Path.Prepend(Stem(test.File)));

    /// <summary>The path for people.</summary>
    public static string Display(ImmutableArray<string> path) => string.Join(" > ", path);

    public static string Stem(string file)
    {
        var name = file[(file.LastIndexOf('/') + 1)..];
        return name.LastIndexOf('.') is > 0 and var dot ? name[..dot] : name;
    }
}
