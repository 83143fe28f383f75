using System.Diagnostics.CodeAnalysis;

namespace Xoap.Images.TestReports;

/// <summary>
/// Which tests to run, in the language of <c>dotnet test --filter</c>: <c>Name~nginx&amp;TestCategory!=Slow</c>. A word alone is looked for in
/// the fully qualified name.
/// </summary>
internal sealed class TestFilter
{
    private readonly Func<FilteredTest, bool> _matches;

    private TestFilter(Func<FilteredTest, bool> matches) => _matches = matches;

    /// <param name="framework">Pester, Bats, Tap or JUnit.</param>
    /// <param name="variant">Name of the builder whose image is tested.</param>
    public bool Matches(TestCase test, string framework, string variant) => _matches(new(test, framework, variant));

    /// <param name="problem">What is wrong and where; empty when nothing is.</param>
    public static bool TryParse(string text, [NotNullWhen(true)] out TestFilter? filter, out string problem)
    {
        var parser = new TestFilterParser(text);
        var matches = parser.Parse();
        problem = parser.Problem;
        filter = problem.Length == 0 && matches is not null ? new(matches) : null;
        return filter is not null;
    }
}
