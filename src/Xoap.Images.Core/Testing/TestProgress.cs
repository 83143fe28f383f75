using Xoap.Images.Diagnostics;
using Xoap.Images.TestReports;

namespace Xoap.Images.Testing;

/// <summary>What a run of tests reports while it goes on.</summary>
internal abstract record TestProgress
{
    private TestProgress()
    {
    }

    /// <summary>Test files that no variant runs.</summary>
    internal sealed record LeftOut(string Project, IReadOnlyList<string> Files) : TestProgress;

    /// <summary>An image is started.</summary>
    internal sealed record Booting(string Image, int Version, string Variant, string Log) : TestProgress;

    /// <summary>Packer waits for a guest to let it in.</summary>
    /// <param name="How">As whom, and by what.</param>
    internal sealed record Connecting(string Image, string Variant, string How) : TestProgress;

    /// <summary>A test has a result, once.</summary>
    /// <param name="Ran">False: it could not, and what it says is why.</param>
    internal sealed record Ended(string Variant, TestResult Result, bool Ran) : TestProgress;

    /// <summary>Something about the run as such, and not about a test of it.</summary>
    internal sealed record Noticed(Diagnostic Problem) : TestProgress;

    /// <summary>Packer was asked to clean up and end.</summary>
    internal sealed record Stopping(TimeSpan Patience) : TestProgress;
}
