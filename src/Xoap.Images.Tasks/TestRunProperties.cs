using System.Globalization;
using Xoap.Images.Diagnostics;
using Xoap.Images.Reading;
using Xoap.Images.Testing;

namespace Xoap.Images.Tasks;

/// <summary>The properties that say how tests are run.</summary>
internal sealed record TestRunProperties(TestBoots Boots, int Parallel, TimeSpan? Timeout, bool KeepOnFailure)
{
    public static TestRunProperties Read(string boots, string parallel, string timeout, string keepOnFailure, DiagnosticBag diagnostics) => new(
        RunOptions.Choice("ImageTestBoots", boots, TestBoots.PerVariant, diagnostics),
        ParallelOf("ImageTestParallel", parallel, diagnostics),
        TimeoutOf("ImageTestTimeout", timeout, diagnostics),
        RunOptions.Flag("ImageTestKeepOnFailure", keepOnFailure, diagnostics));

    private static int ParallelOf(string property, string text, DiagnosticBag diagnostics)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0)
        {
            return number;
        }

        diagnostics.Add(ReadingDiagnostics.WrongType(Origin.Property(property), property, text, "a whole number from 1"));
        return 1;
    }

    private static TimeSpan? TimeoutOf(string property, string text, DiagnosticBag diagnostics)
    {
        var timeout = RunOptions.Duration(property, text, diagnostics);
        if (timeout == TimeSpan.Zero)
        {
            diagnostics.Add(ReadingDiagnostics.NoTime(Origin.Property(property), property));
        }

        return timeout;
    }
}
