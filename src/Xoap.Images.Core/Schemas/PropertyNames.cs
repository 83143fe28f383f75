using System.Collections.Immutable;

namespace Xoap.Images.Schemas;

/// <summary>The properties of an image project.</summary>
internal static class PropertyNames
{
    public static ImmutableArray<string> All { get; } =
    [
        "ImageName", "ImageDescription", "ImageTags", "ImageRole", "ImageOperatingSystem", "ImageSeal", "DefaultProvisionerTimeout",
        "ImageBuild", "ImageBuilders", "ImageForce", "ImageMaxAge", "ImageVersionNumber",
        "PackerPath", "PackerVersion", "ImageBuildTimeout", "ImageStopBehavior", "PackerStopTimeout",
        "ImageOutputDirectory", "ImageStateDirectory", "ImageArtifactsDirectory", "ImageProjectKind",
        "ImageTestBoots", "ImageTestParallel", "ImageTestTimeout", "ImageTestKeepOnFailure",
        "EnableDefaultImageTests", "ImageTestAnswerFile", "PesterModulePath", "BatsPath",
        "XoapImagesHelp",
    ];
}
