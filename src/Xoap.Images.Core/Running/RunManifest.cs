using System.Collections.Immutable;
using Xoap.Images.History;
using Xoap.Images.Model;
using Xoap.Images.Planning;

namespace Xoap.Images.Running;

/// <summary>Makes image.json of a run that succeeded.</summary>
internal static class RunManifest
{
    public static ImageManifest Of(
        RunRecord run, BuildPlan plan, int version, ImmutableArray<ImageArtifact> artifacts, DateTimeOffset now) =>
        Of(plan, version, artifacts, now) with
        {
            PackerVersion = run.PackerVersion,
            SdkVersion = run.SdkVersion,
            GitCommit = run.GitCommit,
            Tests = run.Tests?.Summary(),
            Packages = UsedPackages.Of(plan) is { Length: > 0 } packages ? packages : null,
            Inputs = plan.TargetKey.Inputs,
        };

    /// <summary>What the plan alone says of an image, and nothing of what built it.</summary>
    public static ImageManifest Of(BuildPlan plan, int version, ImmutableArray<ImageArtifact> artifacts, DateTimeOffset created) => new()
    {
        Schema = ImageManifest.CurrentSchema,
        Image = plan.ImageName,
        Version = version,
        Builder = plan.Variant.Name,
        Provider = plan.Variant.Provider,
        Type = plan.Variant.Type,
        Component = plan.Variant.Component.Name,
        Place = ImagePlace.Of(plan.Variant.Component),
        Role = plan.Role,
        OperatingSystem = System(plan.Variant.OperatingSystem),
        Base = plan.Variant.OperatingSystem?.Base,
        Created = created,
        Artifacts = artifacts,
        ContentKey = plan.ContentKey.Key,
        TargetKey = plan.TargetKey.Key,
        PackerVersion = "",
        SdkVersion = "",
        Inputs = [],
    };

    private static ImageSystem? System(Xoap.Images.Model.OperatingSystem? system) => system is null
        ? null
        : new ImageSystem(
            system.Name, system.Platform, system.Version, system.Architecture, system.Edition.Length > 0 ? system.Edition : null, system.EndOfLife);
}
