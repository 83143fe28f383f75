using System.Collections.Immutable;
using Xoap.Images.Diagnostics;
using Xoap.Images.History;
using Xoap.Images.Model;
using Xoap.Images.Planning;
using Xoap.Images.Running;
using Xoap.Images.TestReports;

namespace Xoap.Images.Testing;

/// <summary>The tests of a project: what there is, and what becomes of them in machines that are started from its newest images.</summary>
/// <param name="environment">The environment of the run; Packer gets a copy of it.</param>
internal sealed class ImageTests(TestRunOptions options, IReadOnlyDictionary<string, string> environment, TimeProvider time) : IDisposable
{
    private readonly BootFolders _folders = new(options.RenderedFolder);

    /// <summary>The variants that have tests, and their files; nothing is started.</summary>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public ImmutableArray<VariantTests> List() =>
    [
        .. PlanJson.Read(File.ReadAllText(options.ResolvedFile))
            .Where(plan => !plan.Tests.IsDefaultOrEmpty)
            .Select(plan => new VariantTests(plan, [.. plan.Tests.Select(ListedFile.Of)])),
    ];

    /// <summary>For each image what is going to be started, and where that can be followed; nothing of one that was never built.</summary>
    public IEnumerable<string> Announce(ImmutableArray<VariantTests> variants)
    {
        foreach (var plan in variants.Select(variant => variant.Plan))
        {
            var (image, builder) = (plan.ImageName, plan.Variant.Name);
            if (new RunHistory(options.StateDirectory).Newest(image, builder, []) is { } newest)
            {
                var state = UpToDate.Check(plan, newest, time.GetUtcNow(), force: false, options.StateDirectory, options.OutputDirectory);
                var logs = new TestHistory(options.StateDirectory).FolderOf(image, builder, newest.Version);
                yield return TestWords.Announcement(image, newest.Version, builder, logs, state.UpToDate ? null : state.Reasons[0]);
            }
        }
    }

    /// <summary>Runs the files that hold a wanted test.</summary>
    /// <param name="variants">What <see cref="List"/> gave.</param>
    /// <param name="isWanted">Of a variant's test: whether it shall run.</param>
    /// <param name="progress">Is called by one thread at a time. Of a file with a wanted test it gets every result.</param>
    public async Task RunAsync(
        ImmutableArray<VariantTests> variants,
        Func<string, TestCase, bool> isWanted,
        Action<TestProgress> progress,
        CancellationToken cancellationToken)
    {
        var gate = new Lock();
        var wanted = variants
            .Select(variant => variant with { Files = [.. variant.Files.Where(file => file.Tests.IsEmpty || file.Tests.Any(test => isWanted(variant.Name, test)))] })
            .Where(variant => !variant.Files.IsEmpty)
            .ToArray();
        if (wanted.Length == 0)
        {
            return;
        }

        if (TestWords.LeftOut(options) is { } left)
        {
            progress(left);
        }

        var bag = new DiagnosticBag();
        var program = options.PackerPath.Length > 0 ? options.PackerPath : "packer";
        var packer = await PackerVersion.ReadAsync(program, environment, bag, time, cancellationToken);
        if (packer is null)
        {
            Fail(wanted, bag, time, Report);
            return;
        }

        using var places = new SemaphoreSlim(Math.Max(options.Parallel, 1));
        using var one = new SemaphoreSlim(1);
        await Task.WhenAll(wanted.Select(variant => Task.Run(
            () => RunAsync(variant, packer, IsElsewhere(variant.Plan) ? one : places, Report, cancellationToken), CancellationToken.None)));

        void Report(TestProgress what)
        {
            lock (gate)
            {
                progress(what);
            }
        }
    }

    public void Dispose() => _folders.Dispose();

    private async Task RunAsync(
        VariantTests variant, PackerVersion packer, SemaphoreSlim places, Action<TestProgress> report, CancellationToken cancellationToken)
    {
        var bag = new DiagnosticBag();
        if (await ImageAsync(variant.Plan, bag) is not { } image || new BootRequests(options, _folders, packer, environment, time).Of(variant, image, bag) is not { } boots)
        {
            Fail([variant], bag, time, report);
            return;
        }

        Notice(bag, report);
        await Task.WhenAll(boots.Select(async boot =>
        {
            await places.WaitAsync(CancellationToken.None);
            try
            {
                Notice(await new TestBoot(boot, report).RunAsync(cancellationToken), report);
            }
            finally
            {
                places.Release();
            }
        }));
    }

    /// <summary>The null builder starts nothing: its guest is a machine that is there once.</summary>
    private static bool IsElsewhere(BuildPlan plan) => plan.Variant.Component.Name == "null";

    /// <summary>What the newest record says of the image; null after a diagnostic.</summary>
    private async Task<BuiltImage?> ImageAsync(BuildPlan plan, DiagnosticBag bag)
    {
        try
        {
            return await NewestAsync(plan, bag);
        }
        catch (Exception problem) when (DiskFault.Is(problem))
        {
            bag.Add(DiskFault.OfState(options.StateDirectory, problem));
            return null;
        }
    }

    private async Task<BuiltImage?> NewestAsync(BuildPlan plan, DiagnosticBag bag)
    {
        var (image, builder) = (plan.ImageName, plan.Variant.Name);
        var history = new RunHistory(options.StateDirectory);
        if (history.Newest(image, builder, bag) is not { } newest)
        {
            bag.Add(TestingDiagnostics.NeverBuilt(plan.Variant.Origin, image, builder));
            return null;
        }

        await TestRecovery.RunAsync(options.StateDirectory, plan, options.StopTimeout, time, bag);
        var state = UpToDate.Check(plan, newest, time.GetUtcNow(), force: false, options.StateDirectory, options.OutputDirectory);
        if (!state.UpToDate)
        {
            bag.Add(TestingDiagnostics.ImageIsStale(plan.Variant.Origin, image, newest.Version, builder, state.Reasons[0]));
        }

        return BaseRecords.Read([history.ManifestPath(image, builder)], options.OutputDirectory, null, plan.Variant.Origin, bag) is [var built] ? built : null;
    }

    /// <summary>Nothing could be started: every test says why.</summary>
    private static void Fail(IEnumerable<VariantTests> variants, DiagnosticBag bag, TimeProvider time, Action<TestProgress> report)
    {
        Notice(bag, report);
        var reason = bag.FirstOrDefault(diagnostic => diagnostic.Severity == Severity.Error)?.Message ?? "";
        foreach (var variant in variants)
        {
            new BootResults(variant.Files, time, (result, ran) => report(new TestProgress.Ended(variant.Name, result, ran))).Close(reason);
        }
    }

    private static void Notice(IEnumerable<Diagnostic> diagnostics, Action<TestProgress> report)
    {
        foreach (var diagnostic in diagnostics)
        {
            report(new TestProgress.Noticed(diagnostic));
        }
    }
}

/// <summary>A variant that has tests.</summary>
internal sealed record VariantTests(BuildPlan Plan, ImmutableArray<ListedFile> Files)
{
    public string Name => Plan.Variant.Name;
}
