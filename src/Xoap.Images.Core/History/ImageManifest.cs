using System.Collections.Immutable;
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

    public required string Role { get; init; }

    public ImageSystem? OperatingSystem { get; init; }

    public required DateTimeOffset Created { get; init; }

    public required ImmutableArray<ImageArtifact> Artifacts { get; init; }

    public required string ContentKey { get; init; }

    public required string TargetKey { get; init; }

    public required string PackerVersion { get; init; }

    public required string SdkVersion { get; init; }

    public string? GitCommit { get; init; }

    /// <summary>What the target key was made of, so that a rebuild can say why.</summary>
    public required ImmutableArray<FingerprintInput> Inputs { get; init; }

    /// <inheritdoc cref="RunRecord.IsWhole"/>
    public bool IsWhole =>
        !Artifacts.IsDefault && !Artifacts.Contains(null!) && !Inputs.IsDefault && !Inputs.Contains(null!);
}

/// <summary>The operating system inside an image.</summary>
internal sealed record ImageSystem(string Name, Platform Platform, string Version, string Architecture);

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
