using System.Collections.Immutable;
using System.Globalization;
using Xoap.Images.Diagnostics;
using Xoap.Images.Model;

namespace Xoap.Images.Planning;

/// <summary>
/// The step that brings tests into the guest, runs them, fetches what they said, and leaves nothing behind. It succeeds when the tests
/// ran, unless it is a gate.
/// </summary>
internal static class TestSteps
{
    /// <summary>No type that a project can name.</summary>
    public const string Type = "ImageTests";

    public const string Name = "Tests";

    /// <summary>For the way into the guest and back.</summary>
    private static readonly TimeSpan Transfers = TimeSpan.FromMinutes(10);

    /// <summary>What starting a file and ending one that hangs may take beside its own time.</summary>
    private static readonly TimeSpan PerFile = TimeSpan.FromMinutes(1);

    /// <param name="number">The step's place in the plan, from 1.</param>
    /// <param name="isGate">The step fails when a test does.</param>
    public static PlannedStep Of(
        Variant variant, ImmutableArray<PlannedTest> tests, ImmutableArray<TestTool> tools, int number, bool isGate)
    {
        var timeout = tests.Aggregate(Transfers, (sum, test) => sum + test.Test.Timeout + PerFile);
        var component = variant.OperatingSystem?.Platform == Platform.Windows ? "powershell" : "shell";
        return Numbered(
            new PlannedStep(number, "", Name, Seal: false, Provisioner(component, timeout, tests[0].Test.Origin), timeout, [])
            {
                TestRun = new TestRun(tests, tools, isGate),
            },
            number);
    }

    /// <summary>The steps with the tests before the first one that belongs to the seal.</summary>
    public static ImmutableArray<PlannedStep> BeforeTheSeal(
        ImmutableArray<PlannedStep> steps, Variant variant, ImmutableArray<PlannedTest> tests, ImmutableArray<TestTool> tools)
    {
        if (tests.IsEmpty)
        {
            return steps;
        }

        var plain = steps.TakeWhile(step => !step.Seal).Count();
        return
        [
            .. steps[..plain],
            Of(variant, tests, tools, plain + 1, isGate: true),
            .. steps[plain..].Select(step => Numbered(step, step.Number + 1)),
        ];
    }

    private static PlannedStep Numbered(PlannedStep step, int number) => step with
    {
        Number = number,
        FileName = string.Create(CultureInfo.InvariantCulture, $"{number:000}-{Slug.Of(step.Provisioner.Name)}"),
    };

    private static Provisioner Provisioner(string component, TimeSpan timeout, Origin origin) => new(
        Name,
        Type,
        [],
        new Component(component, [], []),
        new StepLimits(timeout, null, null),
        new Applicability([], [], [], []),
        [],
        [],
        [],
        Volatility.Never,
        "Tests the image",
        origin);
}
