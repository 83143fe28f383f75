using Microsoft.Testing.Platform.Extensions.Messages;
using Xoap.Images.TestReports;

namespace Xoap.Images.TestHost;

/// <summary>Tests and results in the platform's words.</summary>
/// <param name="several">The project has tests for several variants, so that names have to say which one.</param>
internal sealed class TestNodes(string image, bool several)
{
    public string Image => image;

    /// <summary>What <c>--treenode-filter</c> looks at: /image/variant/file/block/…/test.</summary>
    public string PathOf(string variant, TestCase test) =>
        "/" + string.Join('/', ((string[])[image, variant, Path.GetFileName(test.File), .. test.Path]).Select(Uri.EscapeDataString));

    public static string IdOf(string variant, TestCase test) => $"{variant}|{test.Id}";

    public TestNode Of(string variant, TestCase test)
    {
        var name = TestNames.Display(test.Path);
        var node = new TestNode { Uid = IdOf(variant, test), DisplayName = several ? $"{name} [{variant}]" : name };
        var line = new LinePosition(Math.Max(test.Line, 1), 0);
        node.Properties.Add(new TestFileLocationProperty(test.File, new LinePositionSpan(line, line)));
        foreach (var tag in test.Tags)
        {
            node.Properties.Add(new TestMetadataProperty("Category", tag));
        }

        return node;
    }

    public TestNode Of(string variant, TestResult result)
    {
        var node = Of(variant, result.Test);
        node.Properties.Add(result.State switch
        {
            TestState.Passed => PassedTestNodeStateProperty.CachedInstance,
            TestState.Skipped => new SkippedTestNodeStateProperty(result.Message),
            _ => new FailedTestNodeStateProperty(new GuestFailure(result)),
        });
        if (result.Started is { } started)
        {
            node.Properties.Add(new TimingProperty(new TimingInfo(started, started + result.Duration, result.Duration)));
        }

        if (result.Output.Length > 0)
        {
            node.Properties.Add(new StandardOutputProperty(result.Output));
        }

        return node;
    }
}
