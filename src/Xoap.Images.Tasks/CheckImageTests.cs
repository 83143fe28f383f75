using Microsoft.Build.Framework;
using Xoap.Images.Diagnostics;
using Xoap.Images.Tasks.Items;
using Xoap.Images.Testing;
using Xoap.Images.TestReports;

namespace Xoap.Images.Tasks;

/// <summary>Tells what is wrong with how tests are called before anything is built or started for them.</summary>
[MSBuildMultiThreadableTask]
public sealed class CheckImageTests : ImageTask
{
    public string ImageTestBoots { get; set; } = "";

    public string ImageTestParallel { get; set; } = "";

    public string ImageTestTimeout { get; set; } = "";

    public string ImageTestKeepOnFailure { get; set; } = "";

    /// <summary>What <c>--filter</c> says.</summary>
    public string Filter { get; set; } = "";

    /// <summary>What <c>--logger</c> says, each with its settings.</summary>
    public string[] Loggers { get; set; } = [];

    private protected override void Run(ItemLocator locator, DiagnosticBag diagnostics, CancellationToken cancellationToken)
    {
        TestRunProperties.Read(ImageTestBoots, ImageTestParallel, ImageTestTimeout, ImageTestKeepOnFailure, diagnostics);
        TestLoggers.Of(Loggers, verbosity: "", folder: Path.GetTempPath(), ProjectFile, diagnostics);
        if (Filter.Length > 0 && !TestFilter.TryParse(Filter, out _, out var problem))
        {
            diagnostics.Add(TestingDiagnostics.FilterIsWrong(Origin.Project, problem));
        }
    }
}
