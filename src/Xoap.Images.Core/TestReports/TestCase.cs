using System.Collections.Immutable;

namespace Xoap.Images.TestReports;

/// <summary>A test that a file holds, before anything ran.</summary>
/// <param name="Id">As in the <see cref="TestResult"/> of the test, see <see cref="TestId"/>.</param>
/// <param name="File">Absolute on this machine, with '/'.</param>
/// <param name="Line">Where it stands, counted from 1; 0 when nobody knows.</param>
/// <param name="Path">Names from the outermost block to the test.</param>
internal sealed record TestCase(string Id, string File, int Line, ImmutableArray<string> Path)
{
    /// <summary>A file whose tests only its run can tell, as one test.</summary>
    public static TestCase Of(TestFile file) => new(TestId.Of(file), file.Path, 0, [file.FileName]);

    /// <summary>Its own and those of the blocks around it.</summary>
    public ImmutableArray<string> Tags { get; init; } = [];
}
