using System.Collections.Immutable;

namespace Xoap.Images.Model;

/// <summary>A variant of an image that others build on: what its record says, and where its files are now.</summary>
/// <param name="Version">The N in <c>name-vN</c>; <see cref="Ancestor.NeverBuilt"/> where only its project is known.</param>
/// <param name="Builder">The builder's name.</param>
/// <param name="Type">The builder's type as the user wrote it.</param>
/// <param name="Component">Packer's builder.</param>
/// <param name="System">Null where the builder needed none.</param>
/// <param name="Place">Where the provider keeps it, by attribute: <c>region</c>, <c>project_id</c>.</param>
internal sealed record BuiltImage(
    string Name,
    int Version,
    string Builder,
    string Type,
    string Component,
    ImageSystem? System,
    IReadOnlyDictionary<string, string> Place,
    ImmutableArray<BuiltArtifact> Artifacts)
{
    public string? Package { get; init; }

    public string? PackageVersion { get; init; }

    /// <summary>A local file that is not where it was recorded; null: all are there.</summary>
    public string? Missing => Artifacts.FirstOrDefault(artifact => artifact.IsMissing)?.Path;

    public bool WasBuilt => Version != Ancestor.NeverBuilt;
}

/// <summary>A local file, or something in a cloud.</summary>
/// <param name="Id">Packer's artifact id; of a local file its name.</param>
/// <param name="Path">Where the local file is now, with '/'; where it was, when it is missing.</param>
/// <param name="Sha256">Lower-case hex; null in a cloud.</param>
internal sealed record BuiltArtifact(string Id, string? Path = null, string? Sha256 = null, bool IsMissing = false);
