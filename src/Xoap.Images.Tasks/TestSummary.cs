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
    /// <param name="ran">False: it could not, for a reason that is told once for all.</param>
    public void Show(string? variant, TestResult result, bool ran, TestDetail detail)
    {
        var name = TestNames.Display(result.Path) + (variant is null ? "" : $" [{variant}]");
        var text = string.Create(CultureInfo.InvariantCulture, $"  {result.State} {name} [{result.Duration.TotalMilliseconds:0} ms]");
        if (result.State == TestState.Failed)
        {
            Show(text + (ran ? TestText.Of(result) : ""), isShown: detail >= (ran ? TestDetail.Minimal : TestDetail.Normal));
            return;
        }

        var isNamed = detail >= (result.State == TestState.Skipped ? TestDetail.Minimal : TestDetail.Normal);
        var importance = isNamed ? MessageImportance.High : MessageImportance.Low;
        engine.LogMessageEvent(new ExtendedBuildMessageEventArgs(
            result.State == TestState.Passed ? "TLTESTPASSED" : "TLTESTSKIPPED", text, null, null, importance)
        {
            ExtendedMetadata = new Dictionary<string, string?> { ["localizedResult"] = result.State.ToString().ToLowerInvariant(), ["displayName"] = name },
        });
        if (TestText.Of(result) is { Length: > 0 } said)
        {
            Show(said[1..], isShown: detail == TestDetail.Detailed);
        }
    }

    private void Show(string text, bool isShown)
    {
        if (isShown)
        {
            ShownText.Show(engine, nameof(RunImageTests), text);
        }
        else
        {
            log.LogMessage(MessageImportance.Low, "{0}", text);
        }
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
