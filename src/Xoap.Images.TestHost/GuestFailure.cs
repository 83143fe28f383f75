using System.Globalization;
using Xoap.Images.TestReports;

namespace Xoap.Images.TestHost;

/// <summary>The failure of a test in the guest, in the only form that the platform takes one.</summary>
#pragma warning disable CA1032, RCS1194 // it is never thrown
internal sealed class GuestFailure(TestResult result) : Exception(result.Message)
#pragma warning restore CA1032, RCS1194
{
    /// <summary>First the test's own place, in the words of .NET: consoles make a link of it.</summary>
    public override string? StackTrace { get; } = string.Create(
        CultureInfo.InvariantCulture,
        $"   at {TestNames.Display(result.Path)} in {result.File}:line {Math.Max(result.Line, 1)}{(result.Details.Length == 0 ? "" : "\n" + result.Details)}");
}
