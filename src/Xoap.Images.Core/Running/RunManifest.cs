using System.Collections.Immutable;
using Xoap.Images.History;
using Xoap.Images.Planning;

namespace Xoap.Images.Running;

/// <summary>Makes image.json of a run that succeeded.</summary>
internal static class RunManifest
{
    public static ImageManifest Of(
        RunRecord run, BuildPlan plan, int version, ImmutableArray<ImageArtifact> artifacts, DateTimeOffset now) => new()
        {
            Schema = ImageManifest.CurrentSchema,
            Image = plan.ImageName,
            Version = version,
            Builder = plan.Variant.Name,
            Provider = plan.Variant.Provider,
            Role = plan.Role,
            OperatingSystem = plan.Variant.OperatingSystem is { } system
            ? new ImageSystem(system.Name, system.Platform, system.Version, system.Architecture)
            : null,
            Created = now,
            Artifacts = artifacts,
            ContentKey = plan.ContentKey.Key,
            TargetKey = plan.TargetKey.Key,
            PackerVersion = run.PackerVersion,
            SdkVersion = run.SdkVersion,
            GitCommit = run.GitCommit,
            Inputs = plan.TargetKey.Inputs,
        };
}
