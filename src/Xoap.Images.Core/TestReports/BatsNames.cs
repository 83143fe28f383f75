using System.Collections.Immutable;

namespace Xoap.Images.TestReports;

/// <summary>Which of the tests in the file a name in the report means; each is given once.</summary>
internal sealed class BatsNames(ImmutableArray<TestCase> known)
{
    private readonly List<TestCase> _open = [.. known];

    public TestCase? Take(string name)
    {
        var index = _open.FindIndex(test => test.Path[^1] == name);

        index = index < 0 && MaskedName.Is(name) ? _open.FindIndex(test => MaskedName.MayBe(name, test.Path[^1])) : index;

        // The shell has filled in a name that holds a variable: tests run in the order of the file.
        index = index >= 0 ? index : _open.FindIndex(test => test.Path[^1].AsSpan().ContainsAny('$', '`'));
        if (index < 0)
        {
            return null;
        }

        var found = _open[index];
        _open.RemoveAt(index);
        return found;
    }
}
