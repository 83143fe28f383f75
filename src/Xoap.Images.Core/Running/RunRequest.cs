using System.Collections.Immutable;
using Xoap.Images.Diagnostics;
using Xoap.Images.History;
using Xoap.Images.Planning;
using Xoap.Images.Rendering;

namespace Xoap.Images.Running;

/// <summary>One variant to build.</summary>
/// <param name="ProjectDirectory">Where the git commit is looked up.</param>
/// <param name="RenderedFolder">The folder that <paramref name="Rendered"/> was written to.</param>
/// <param name="PackerPath">Absolute path of the program.</param>
/// <param name="Environment">The environment of the build; Packer gets a copy of it.</param>
/// <param name="Version">Shared by all variants of one build.</param>
/// <param name="BuildTimeout">For the whole run; null: none.</param>
/// <param name="Reasons">Why it is built.</param>
internal sealed record RunRequest(
    BuildPlan Plan,
    string ProjectDirectory,
    string RenderedFolder,
    RenderedImage Rendered,
    string StateDirectory,
    string OutputDirectory,
    string PackerPath,
    string PackerVersion,
    string SdkVersion,
    IReadOnlyDictionary<string, string> Environment,
    BuildVersion Version,
    bool Force,
    ImmutableArray<string> Reasons,
    TimeSpan StopTimeout,
    TimeSpan? BuildTimeout,
    StopBehavior StopBehavior,
    TimeProvider Time);

/// <summary>What became of it.</summary>
/// <param name="Status">Succeeded, Failed or Stopped; null: after waiting for another build it was up to date, and nothing ran.</param>
/// <param name="Manifest">The newest success, when it is this run's or was up to date.</param>
/// <param name="LogPath">Packer's log; null when Packer was not started.</param>
internal sealed record RunResult(
    RunStatus? Status, ImageManifest? Manifest, string? LogPath, ImmutableArray<Diagnostic> Diagnostics);
