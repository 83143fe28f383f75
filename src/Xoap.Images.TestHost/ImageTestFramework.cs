using System.Collections.Immutable;
using System.Threading.Channels;
using Microsoft.Testing.Platform.CommandLine;
using Microsoft.Testing.Platform.Configurations;
using Microsoft.Testing.Platform.Extensions.Messages;
using Microsoft.Testing.Platform.Extensions.OutputDevice;
using Microsoft.Testing.Platform.Extensions.TestFramework;
using Microsoft.Testing.Platform.Requests;
using Microsoft.Testing.Platform.Services;
using Xoap.Images.Diagnostics;
using Xoap.Images.History;
using Xoap.Images.Running;
using Xoap.Images.Testing;
using Xoap.Images.TestReports;

namespace Xoap.Images.TestHost;

/// <summary>Each test in a guest is a test of the platform.</summary>
internal sealed class ImageTestFramework : HostExtension, ITestFramework, IDataProducer, IOutputDeviceDataProducer
{
    /// <summary>The platform's exit code for it.</summary>
    public const int NoTestRan = 8;

    private readonly IConfiguration _configuration;
    private readonly ICommandLineOptions _line;
    private readonly HostOutput _output;
    private bool _failed;

    public ImageTestFramework(IServiceProvider services)
    {
        _configuration = services.GetConfiguration();
        _line = services.GetCommandLineOptions();
        _output = new HostOutput(services, this);
    }

    /// <summary>Whether the project has any, whatever the filter takes. A role has none, and no file that names them.</summary>
    public bool HasTests { get; private set; } = true;

    public Type[] DataTypesProduced => [typeof(TestNodeUpdateMessage), typeof(SessionFileArtifact)];

    public Task<CreateTestSessionResult> CreateTestSessionAsync(CreateTestSessionContext context) =>
        Task.FromResult(new CreateTestSessionResult { IsSuccess = true });

    public Task<CloseTestSessionResult> CloseTestSessionAsync(CloseTestSessionContext context) =>
        Task.FromResult(new CloseTestSessionResult { IsSuccess = !_failed });

    public async Task ExecuteRequestAsync(ExecuteRequestContext context)
    {
        try
        {
            if (Argument(HostOptions.Tests) is not { } file)
            {
                HasTests = false;
                return;
            }

            var options = TestRunOptions.Read(await File.ReadAllTextAsync(file, context.CancellationToken));
            using var tests = new ImageTests(options, BuildEnvironment.Variables(), TimeProvider.System);
            var variants = tests.List();
            HasTests = !variants.IsEmpty;
            if (!HasTests)
            {
                await _output.SayAsync(TestWords.NoTests(options));
                return;
            }

            var nodes = new TestNodes(variants[0].Plan.ImageName, variants.Length > 1);
            var asked = Argument(HostOptions.Filter);
            var known = asked is not null && TestFilter.TryParse(asked, out var read, out _) ? read : null;
            var filter = new HostFilter(new WantedTests(known, variants), ((TestExecutionRequest)context.Request).Filter, nodes);
            var found = context.Request is DiscoverTestExecutionRequest
                ? await DiscoverAsync(context, variants, nodes, filter)
                : await RunAsync(context, options, tests, variants, nodes, filter);
            if (found == 0 && (asked ?? Argument(HostOptions.TreeFilter)) is { } text)
            {
                await _output.TellAsync(TestWords.NoMatch(text, options.ProjectFile), Severity.Error);
            }
        }
#pragma warning disable CA1031 // the one catch-all: a user never sees a stack trace
        catch (Exception fault) when (fault is not OperationCanceledException)
#pragma warning restore CA1031
        {
            await FailAsync(fault.Message);
        }
        finally
        {
            context.Complete();
        }
    }

    private async Task<int> DiscoverAsync(
        ExecuteRequestContext context, ImmutableArray<VariantTests> variants, TestNodes nodes, HostFilter filter)
    {
        var found = 0;
        foreach (var variant in variants)
        {
            foreach (var test in variant.Files.SelectMany(file => file.Tests).Where(test => filter.Takes(variant.Name, test)))
            {
                var node = nodes.Of(variant.Name, test);
                node.Properties.Add(DiscoveredTestNodeStateProperty.CachedInstance);
                await PublishAsync(context, node);
                found++;
            }
        }

        return found;
    }

    private async Task<int> RunAsync(
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
        var hasErrors = false;
        await foreach (var what in news.Reader.ReadAllAsync(CancellationToken.None))
        {
            switch (what)
            {
                case TestProgress.Ended { Result: var result, Variant: var variant } when filter.Takes(variant, result.Test):
                    results.Add(variant, result);
                    await PublishAsync(context, nodes.Of(variant, result));
                    break;
                case TestProgress.Noticed { Problem: var noticed }:
                    hasErrors |= noticed.Severity == Severity.Error;
                    await _output.TellAsync(TestWords.Of(what)!, noticed.Severity);
                    break;
                case not TestProgress.Ended:
                    await _output.SayAsync(TestWords.Of(what)!);
                    break;
                default:
                    break;
            }
        }

        await run;

        // A failed test has an exit code of its own.
        _failed = hasErrors && results.Count(TestState.Failed) == 0;
        await WriteReportsAsync(context, options, results.Report(DateTimeOffset.Now));
        return results.Total;
    }

    private async Task WriteReportsAsync(ExecuteRequestContext context, TestRunOptions options, TestReport report)
    {
        foreach (var file in HostReports.Of(_line, _configuration, options.ProjectFile))
        {
            try
            {
                file.Write(report);
            }
            catch (Exception fault) when (DiskFault.Is(fault))
            {
                await FailAsync(TestWords.Of(new TestProgress.Noticed(TestingDiagnostics.ReportNotWritten(Origin.Project, file.Path, fault.Message)))!);
                continue;
            }

            await context.MessageBus.PublishAsync(
                this, new SessionFileArtifact(context.Request.Session.SessionUid, new FileInfo(file.Path), Path.GetFileName(file.Path)));
        }
    }

    private Task FailAsync(string words)
    {
        _failed = true;
        return _output.TellAsync(words, Severity.Error);
    }

    private Task PublishAsync(ExecuteRequestContext context, TestNode node) =>
        context.MessageBus.PublishAsync(this, new TestNodeUpdateMessage(context.Request.Session.SessionUid, node));

    private string? Argument(string option) => _line.TryGetOptionArgumentList(option, out var arguments) ? arguments[0] : null;
}
