using System.Collections.Immutable;
using System.Threading.Channels;
using Microsoft.Testing.Platform.CommandLine;
using Microsoft.Testing.Platform.Configurations;
using Microsoft.Testing.Platform.Extensions.Messages;
using Microsoft.Testing.Platform.Extensions.OutputDevice;
using Microsoft.Testing.Platform.Extensions.TestFramework;
using Microsoft.Testing.Platform.OutputDevice;
using Microsoft.Testing.Platform.Requests;
using Microsoft.Testing.Platform.Services;
using Xoap.Images.Diagnostics;
using Xoap.Images.History;
using Xoap.Images.Running;
using Xoap.Images.Testing;
using Xoap.Images.TestReports;

namespace Xoap.Images.TestHost;

/// <summary>Each test in a guest is a test of the platform.</summary>
internal sealed class ImageTestFramework(IServiceProvider services) : HostExtension, ITestFramework, IDataProducer, IOutputDeviceDataProducer
{
    private readonly ICommandLineOptions _line = services.GetCommandLineOptions();
    private string? _problem;

    public Type[] DataTypesProduced => [typeof(TestNodeUpdateMessage), typeof(SessionFileArtifact)];

    public Task<CreateTestSessionResult> CreateTestSessionAsync(CreateTestSessionContext context) =>
        Task.FromResult(new CreateTestSessionResult { IsSuccess = true });

    public Task<CloseTestSessionResult> CloseTestSessionAsync(CloseTestSessionContext context) =>
        Task.FromResult(new CloseTestSessionResult { IsSuccess = _problem is null, ErrorMessage = _problem });

    public async Task ExecuteRequestAsync(ExecuteRequestContext context)
    {
        try
        {
            var options = TestRunOptions.Read(await File.ReadAllTextAsync(Argument(HostOptions.Tests)!, context.CancellationToken));
            using var tests = new ImageTests(options, BuildEnvironment.Variables(), TimeProvider.System);
            var variants = tests.List();
            if (variants.IsEmpty)
            {
                await ShowAsync(new TextOutputDeviceData($"{Path.GetFileName(options.ProjectFile)} has no image tests."));
                return;
            }

            var nodes = new TestNodes(variants[0].Plan.ImageName, variants.Length > 1);
            var asked = Argument(HostOptions.Filter) is { } text && TestFilter.TryParse(text, out var known, out _) ? known : null;
            var filter = new HostFilter(new WantedTests(asked, variants), ((TestExecutionRequest)context.Request).Filter, nodes);
            if (context.Request is DiscoverTestExecutionRequest)
            {
                await DiscoverAsync(context, variants, nodes, filter);
            }
            else
            {
                await RunAsync(context, options, tests, variants, nodes, filter);
            }
        }
        finally
        {
            context.Complete();
        }
    }

    private async Task DiscoverAsync(
        ExecuteRequestContext context, IEnumerable<VariantTests> variants, TestNodes nodes, HostFilter filter)
    {
        foreach (var variant in variants)
        {
            foreach (var test in variant.Files.SelectMany(file => file.Tests).Where(test => filter.Takes(variant.Name, test)))
            {
                var node = nodes.Of(variant.Name, test);
                node.Properties.Add(DiscoveredTestNodeStateProperty.CachedInstance);
                await PublishAsync(context, node);
            }
        }
    }

    private async Task RunAsync(
        ExecuteRequestContext context,
        TestRunOptions options,
        ImageTests tests,
        ImmutableArray<VariantTests> variants,
        TestNodes nodes,
        HostFilter filter)
    {
        var results = new GatheredResults(nodes.Image, DateTimeOffset.Now);
        var news = Channel.CreateUnbounded<TestProgress>();
        var run = Task.Run(async () =>
        {
            try
            {
                await tests.RunAsync(variants, filter.Takes, what => news.Writer.TryWrite(what), context.CancellationToken);
            }
            finally
            {
                news.Writer.Complete();
            }
        });
        await foreach (var what in news.Reader.ReadAllAsync(CancellationToken.None))
        {
            if (what is TestProgress.Ended { Result: var result, Variant: var variant } && filter.Takes(variant, result.Test))
            {
                results.Add(variant, result);
                await PublishAsync(context, nodes.Of(variant, result, DateTimeOffset.Now));
            }
            else if (TestWords.Of(what) is { } words)
            {
                await ShowAsync(what is TestProgress.Noticed { Problem.Severity: Severity.Warning }
                    ? new WarningMessageOutputDeviceData(words)
                    : what is TestProgress.Noticed ? new ErrorMessageOutputDeviceData(words) : new TextOutputDeviceData(words));
            }
        }

        await run;
        var report = results.Report(DateTimeOffset.Now);
        foreach (var file in Reports(options))
        {
            try
            {
                file.Write(report);
            }
            catch (Exception problem) when (DiskFault.Is(problem))
            {
                _problem = TestingDiagnostics.ReportNotWritten(Origin.Project, file.Path, problem.Message).Message;
                await ShowAsync(new ErrorMessageOutputDeviceData(_problem));
                continue;
            }

            await context.MessageBus.PublishAsync(
                this, new SessionFileArtifact(context.Request.Session.SessionUid, new FileInfo(file.Path), Path.GetFileName(file.Path)));
        }
    }

    private IEnumerable<TestReportFile> Reports(TestRunOptions options)
    {
        var folder = services.GetConfiguration().GetTestResultDirectory();
        var name = Path.GetFileNameWithoutExtension(options.ProjectFile);
        if (_line.IsOptionSet(HostOptions.Trx))
        {
            yield return TestReportFile.Of(TestReportKind.Trx, folder, Argument(HostOptions.TrxFile), name);
        }

        if (_line.IsOptionSet(HostOptions.JUnit))
        {
            yield return TestReportFile.Of(TestReportKind.JUnit, folder, Argument(HostOptions.JUnitFile), name);
        }
    }

    private Task PublishAsync(ExecuteRequestContext context, TestNode node) =>
        context.MessageBus.PublishAsync(this, new TestNodeUpdateMessage(context.Request.Session.SessionUid, node));

    private Task ShowAsync(IOutputDeviceData data) => services.GetOutputDevice().DisplayAsync(this, data, CancellationToken.None);

    private string? Argument(string option) => _line.TryGetOptionArgumentList(option, out var arguments) ? arguments[0] : null;
}
