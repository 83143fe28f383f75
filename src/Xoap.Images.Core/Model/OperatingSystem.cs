using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Xoap.Images.Diagnostics;

namespace Xoap.Images.Model;

/// <summary>The base image that a variant starts from.</summary>
/// <param name="Version">As the user writes it: <c>12</c>, <c>24H2</c>; empty when not given.</param>
/// <param name="Architecture">x64 or arm64 (x86_64, amd64 and aarch64 are read as these).</param>
/// <param name="Source">What the builder starts from: absolute path or URL of a disk or ISO, its place in a hypervisor's storage, a template's name; null: nothing of that.</param>
/// <param name="Checksum">What the source's bytes must be, as <c>sha256:HEX</c>, or null when it is not pinned.</param>
internal sealed record OperatingSystem(
    string Name, Platform Platform, string Version, string Architecture, string? Source, string? Checksum, Origin Origin)
{
    /// <summary>As the user writes it: <c>Enterprise</c>; empty when not given.</summary>
    public string Edition { get; init; } = "";

    /// <summary>The answer file and what goes with it, by metadata name; empty where the builder starts no installer.</summary>
    public ImmutableArray<Setting> Installer { get; init; } = [];

    /// <summary>A setting of <see cref="Installer"/>.</summary>
    public Setting? Find(string metadata) => Installer.FirstOrDefault(setting => setting.Name == metadata);

    /// <summary>The image that it is, when it is one of ours; null: it comes from somewhere else.</summary>
    public Ancestor? Base { get; init; }

    /// <summary>The files of <see cref="Base"/> on this machine, and what was recorded of them.</summary>
    public ImmutableArray<BuiltArtifact> BaseFiles { get; init; } = [];

    /// <summary>Why nothing can be built on <see cref="Base"/> now: a file of it that is not there; empty when it was never built; null: it can.</summary>
    public string? MissingBase { get; init; }

    /// <summary>The last day with security fixes, as the user writes it; null when not given. It is for rules and records: no key depends on it.</summary>
    public string? EndOfLife { get; init; }
}

[JsonConverter(typeof(JsonStringEnumConverter<Platform>))]
internal enum Platform
{
    Linux,
    Windows,
}
