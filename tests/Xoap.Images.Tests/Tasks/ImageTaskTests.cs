using Xoap.Images.Diagnostics;
using Xoap.Images.Tasks;
using Xoap.Images.Tasks.Items;
using Xoap.Images.Tests.Infra;
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

    [Fact]
    public void What_MSBuild_cannot_read_is_shown_where_it_stands()
    {
        using var folder = new TempFolder();
        var project = folder.Write("web.imgproj", """<Project><ItemGroup><Provisioner Include="X-@(Foo)" Condition="false" /></ItemGroup></Project>""");
        var engine = new RecordingEngine();
        Assert.False(new Looking { BuildEngine = engine, ProjectFile = project, Help = "diagnostics.md" }.Execute());
        var report = Assert.Single(engine.Reports);
        Assert.Equal($"{project}(1,34): XIMG0006", report.Place);
        Assert.Contains("X-@(Foo)", report.Text, StringComparison.Ordinal);
    }

    private sealed class Looking : ImageTask
    {
        private protected override void Run(ItemLocator locator, DiagnosticBag diagnostics, CancellationToken cancellationToken) =>
            Assert.NotNull(locator.Project);
    }

    private sealed class Faulty : ImageTask
    {
        private protected override void Run(ItemLocator locator, DiagnosticBag diagnostics, CancellationToken cancellationToken) =>
            throw new InvalidOperationException("It broke.");
    }
}
