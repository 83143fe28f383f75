using System.Globalization;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;
using Xoap.Images.Testing;
using Xoap.Images.TestReports;

namespace Xoap.Images.Tasks;

/// <summary>Tells results as VSTest does: the terminal logger counts tests by messages of these names, other loggers show the text.</summary>
internal sealed class TestSummary(TaskLoggingHelper log, IBuildEngine engine)
{
    /// <param name="variant">Null where there is only one.</param>
    /// <param name="all">Whether tests that passed are shown too.</param>
    public void Show(string? variant, TestResult result, bool ran, bool all)
    {
        var name = TestNames.Display(result.Path) + (variant is null ? "" : $" [{variant}]");
        var text = string.Create(CultureInfo.InvariantCulture, $"  {result.State} {name} [{result.Duration.TotalMilliseconds:0} ms]");
        if (result.State == TestState.Failed)
        {
            log.LogMessage(ran || all ? MessageImportance.High : MessageImportance.Low, "{0}", text);
            return;
        }

        var importance = all || result.State == TestState.Skipped ? MessageImportance.High : MessageImportance.Low;
        engine.LogMessageEvent(new ExtendedBuildMessageEventArgs(
            result.State == TestState.Passed ? "TLTESTPASSED" : "TLTESTSKIPPED", text, null, null, importance)
        {
            ExtendedMetadata = new Dictionary<string, string?> { ["localizedResult"] = result.State.ToString().ToLowerInvariant(), ["displayName"] = name },
        });
    }

    public void Write(GatheredResults results, string image, TimeSpan taken)
    {
        var (failed, passed, skipped) = (results.Count(TestState.Failed), results.Count(TestState.Passed), results.Count(TestState.Skipped));
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"{(failed > 0 ? "Failed!" : "Passed!")}  - Failed: {failed}, Passed: {passed}, Skipped: {skipped}, Total: {results.Total}, Duration: {taken.TotalSeconds:0} s - {image}");
        engine.LogMessageEvent(new ExtendedBuildMessageEventArgs("TLTESTFINISH", text, null, null, MessageImportance.High)
        {
            ExtendedMetadata = new Dictionary<string, string?>
            {
                ["total"] = Text(results.Total),
                ["passed"] = Text(passed),
                ["skipped"] = Text(skipped),
                ["failed"] = Text(failed),
                ["duration"] = taken.ToString("c", CultureInfo.InvariantCulture),
            },
        });

        static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
    }
}
