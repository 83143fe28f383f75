using Xoap.Images.Diagnostics;
using Xoap.Images.Tasks;
using Xoap.Images.Tasks.Items;
using Xoap.Images.Tests.Places;

namespace Xoap.Images.Tests.Tasks;

public class ImageTaskTests
{
    [Fact]
    public void A_bug_is_one_error_at_the_project_without_a_stack_trace()
    {
        var engine = new RecordingEngine();
        Assert.False(new Faulty { BuildEngine = engine, ProjectFile = "/projects/web/web.imgproj", Help = "diagnostics.md" }.Execute());
        var report = Assert.Single(engine.Reports);
        Assert.Equal("/projects/web/web.imgproj(0,0): XIMG0099", report.Place);
        Assert.Contains("(InvalidOperationException: It broke.)", report.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", report.Text, StringComparison.Ordinal);
    }

    private sealed class Faulty : ImageTask
    {
        private protected override void Run(ItemLocator locator, DiagnosticBag diagnostics, CancellationToken cancellationToken) =>
            throw new InvalidOperationException("It broke.");
    }
}
