using Xoap.Images.Diagnostics;
using Xoap.Images.History;
using Xoap.Images.Model;
using Xoap.Images.Planning;

namespace Xoap.Images.Tests.History;

/// <summary>Plans and records for tests about runs.</summary>
internal static class APlan
{
    public static readonly DateTimeOffset Noon = new(2026, 3, 4, 12, 0, 0, TimeSpan.Zero);

    public static BuildPlan Of(params (string Label, string Value)[] inputs) => new(
        "web",
        "",
        [],
        new Variant("local", "File", "Any", new Component("file", [], []), null, null, new Origin("Builder", "local")),
        "Server",
        [],
        Fingerprint.Of([]),
        Fingerprint.Of([.. inputs.Select(input => new FingerprintInput(input.Label, input.Value))]),
        null);

    public static PlannedStep Step(int number, string name, Volatility volatility = Volatility.Never) => new(
        number,
        $"{number:000}-{name}",
        "Group",
        false,
        new Provisioner(
            name,
            "LocalCommand",
            [],
            new Component("shell-local", [], []),
            new StepLimits(null, null, null),
            new Applicability([], [], [], []),
            [],
            [],
            [],
            volatility,
            "",
            new Origin("Provisioner", name)),
        TimeSpan.FromMinutes(5),
        []);

    public static ImageManifest Success(BuildPlan plan, params ImageArtifact[] artifacts) => new()
    {
        Schema = ImageManifest.CurrentSchema,
        Image = plan.ImageName,
        Version = 1,
        Builder = plan.Variant.Name,
        Provider = plan.Variant.Provider,
        Type = plan.Variant.Type,
        Component = plan.Variant.Component.Name,
        Place = new SortedDictionary<string, string> { ["region"] = "eu-west-1" },
        Role = plan.Role,
        OperatingSystem = new ImageSystem("debian", Platform.Linux, "12", "x64"),
        Base = new Ancestor("base", 3, "local", "sha256:" + new string('b', 64), "Shop.Base", "1.0.3"),
        Created = Noon,
        Artifacts = [.. artifacts],
        ContentKey = plan.ContentKey.Key,
        TargetKey = plan.TargetKey.Key,
        PackerVersion = "1.6.6",
        SdkVersion = "0.1.0",
        GitCommit = new string('a', 40),
        Inputs = plan.TargetKey.Inputs,
    };

    public static RunRecord Run(BuildPlan plan, int? version, RunStatus status) => new()
    {
        Schema = RunRecord.CurrentSchema,
        Image = plan.ImageName,
        Builder = plan.Variant.Name,
        Version = version,
        Status = status,
        RunId = "0123456789abcdef",
        Reasons = ["never built"],
        Started = Noon,
        Ended = Noon.AddMinutes(1),
        Host = "here",
        ProcessId = 42,
        ProcessGroup = 43,
        PackerVersion = "1.6.6",
        SdkVersion = "0.1.0",
        GitCommit = new string('a', 40),
        ContentKey = plan.ContentKey.Key,
        TargetKey = plan.TargetKey.Key,
        Steps = [new RunStep(1, "Install", 1.5)],
        FailedStep = "Install",
        Error = "it broke",
        LeftBehind = ["a machine"],
        OutputFolder = "/images/.run-1",
        TemporaryFolder = "/tmp/run-1",
    };
}
