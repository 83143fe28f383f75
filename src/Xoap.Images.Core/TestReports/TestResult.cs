using System.Collections.Immutable;
using Xoap.Images.Diagnostics;

namespace Xoap.Images.TestReports;

/// <summary>What a test in the guest said.</summary>
/// <param name="Id">The same in every run and in the <see cref="TestCase"/> of the test, see <see cref="TestId"/>.</param>
/// <param name="File">Absolute on this machine, with '/'.</param>
/// <param name="Line">Where it failed if that is in the file, else where it stands, counted from 1; 0 when nobody knows.</param>
/// <param name="Path">Names for people, from the outermost block to the test.</param>
internal sealed record TestResult(
    string Id, string File, int Line, ImmutableArray<string> Path, TestState State, TimeSpan Duration)
{
    /// <summary>Why it failed or was skipped; empty when it passed.</summary>
    public string Message { get; init; } = "";

    /// <summary>The stack of calls, or whatever else helps to find the fault.</summary>
    public string Details { get; init; } = "";

    /// <summary>Null when nobody knows.</summary>
    public DateTimeOffset? Started { get; init; }

    /// <summary>What the test wrote.</summary>
    public string Output { get; init; } = "";

    /// <summary>Its own and those of the blocks around it.</summary>
    public ImmutableArray<string> Tags { get; init; } = [];

    /// <summary>Where the project is at fault, if it is and not the test.</summary>
    public Origin? Place { get; init; }

    /// <summary>Where an error about it belongs.</summary>
    public Origin Origin => Place ?? Origin.Place(File, Math.Max(Line, 1), 1);

    public TestCase Test => new(Id, File, Line, Path) { Tags = Tags };
}
