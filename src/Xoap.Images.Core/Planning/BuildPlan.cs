using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Xoap.Images.Model;

namespace Xoap.Images.Planning;

/// <summary>Everything about one variant, decided: rendering and running add nothing of their own.</summary>
/// <param name="ContentKey">What is inside the image.</param>
/// <param name="TargetKey">That, and where it is put and how it is named.</param>
/// <param name="MaxAge">Older than this, the image is rebuilt; null: never for its age.</param>
internal sealed record BuildPlan(
    string ImageName,
    string Description,
    ImmutableArray<MapEntry> Tags,
    Variant Variant,
    string Role,
    ImmutableArray<PlannedStep> Steps,
    Fingerprint ContentKey,
    Fingerprint TargetKey,
    TimeSpan? MaxAge)
{
    /// <summary>The answer file and the setup files, in the order of the operating system's settings.</summary>
    public ImmutableArray<SourceFiles> InstallerSources { get; init; } = [];

    /// <summary>The tests that are for a machine started from the image. No key depends on them.</summary>
    public ImmutableArray<PlannedTest> Tests { get; init; } = [];

    /// <summary>What <see cref="Tests"/> need from this machine.</summary>
    public ImmutableArray<TestTool> TestTools { get; init; } = [];

    /// <summary>The answer file for the first start of a generalised Windows guest in a test; None: the image brings its own; null: not said.</summary>
    public string? TestAnswerFile { get; init; }

    /// <summary>What the plan starts and leaves as it is; null: the plan makes an image. It is decided anew for every run of the tests.</summary>
    [JsonIgnore]
    public BootedImage? Boot { get; init; }
}

/// <summary>A provisioner in its final place.</summary>
/// <param name="Number">From 1, through the whole plan.</param>
/// <param name="FileName">ASCII stem for its files, unique in the plan: <c>003-install-nginx</c>.</param>
/// <param name="Group">The group it stands in; <c>Seal</c> for what ImageSeal adds at the end.</param>
/// <param name="Seal">It belongs to the seal.</param>
/// <param name="Sources">The files it uses, in the order of its settings.</param>
internal sealed record PlannedStep(
    int Number, string FileName, string Group, bool Seal, Provisioner Provisioner, TimeSpan Timeout, ImmutableArray<SourceFiles> Sources)
{
    /// <summary>The tests that the step runs; null: it is any other step.</summary>
    public TestRun? TestRun { get; init; }
}
