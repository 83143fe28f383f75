using System.Collections.Immutable;
using Xoap.Images.Diagnostics;
using Xoap.Images.Model;
using Xoap.Images.Planning;

namespace Xoap.Images.History;

/// <summary>The newest success of a variant: image.json, described in docs/records.md.</summary>
internal sealed record ImageManifest
{
    public const int CurrentSchema = 1;

    public required int Schema { get; init; }

    public required string Image { get; init; }

    /// <summary>The N in <c>name-vN</c>; the run stands in <c>runs/N</c>.</summary>
    public required int Version { get; init; }

    public required string Builder { get; init; }

    public required string Provider { get; init; }

    /// <summary>The builder's type as the user wrote it; null in records of before images could build on images, as the next two.</summary>
    public string? Type { get; init; }

    /// <summary>Packer's builder.</summary>
    public string? Component { get; init; }

    /// <summary>Where the provider keeps it, by attribute: <c>region</c>, <c>project_id</c>.</summary>
    public SortedDictionary<string, string>? Place { get; init; }

    public required string Role { get; init; }

    public ImageSystem? OperatingSystem { get; init; }

    /// <summary>The image that it builds on; null: none.</summary>
    public Ancestor? Base { get; init; }

    public required DateTimeOffset Created { get; init; }

    public required ImmutableArray<ImageArtifact> Artifacts { get; init; }

    public required string ContentKey { get; init; }

    public required string TargetKey { get; init; }

    public required string PackerVersion { get; init; }

    public required string SdkVersion { get; init; }

    public string? GitCommit { get; init; }

    /// <summary>The packages that brought steps; null: none did.</summary>
    public ImmutableArray<PackageName>? Packages { get; init; }

    /// <summary>What the tests of the build said; null: it has none.</summary>
    public TestSummary? Tests { get; init; }

    /// <summary>What the target key was made of, so that a rebuild can say why.</summary>
    public required ImmutableArray<FingerprintInput> Inputs { get; init; }

    /// <inheritdoc cref="RunRecord.IsWhole"/>
    public bool IsWhole =>
        !Artifacts.IsDefault && !Artifacts.Contains(null!) && !Inputs.IsDefault && !Inputs.Contains(null!);
}

/// <summary>What came out: a local file, or something in a cloud.</summary>
/// <param name="Id">Packer's artifact id; of a local file its name.</param>
/// <param name="Path">Absolute path of a local file; null otherwise.</param>
/// <param name="RelativePath">The same relative to the state folder, with '/': state and images may move together.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Sha256">Lower-case hex.</param>
/// <param name="Modified">Time stamp of the file when it was recorded.</param>
internal sealed record ImageArtifact(
    string Id,
    string? Path = null,
    string? RelativePath = null,
    long? Size = null,
    string? Sha256 = null,
    DateTimeOffset? Modified = null);
