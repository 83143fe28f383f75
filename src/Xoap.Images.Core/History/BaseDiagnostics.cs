using Xoap.Images.Diagnostics;

namespace Xoap.Images.History;

/// <summary>Problems of base images' records and files.</summary>
internal static class BaseDiagnostics
{
    public static Diagnostic NoRecord(Origin origin, string name, string path) => Diagnostic.Error(
        "XIMG4510",
        origin,
        $"The record '{path}' of the base image '{name}' cannot be read. Refer to the image's project, which builds it, or to its package, which brings its records.");

    public static Diagnostic NeverBuilt(Origin origin, string name) => Diagnostic.Error(
        "XIMG4511",
        origin,
        $"The base image '{name}' has not been built yet, so nothing can be built on it. Build its project: a build of this one does so unless it is "
        + "told not to build references, or ImageBuild is false there.");

    public static Diagnostic ArtifactIsMissing(Origin origin, string image, string path) => Diagnostic.Error(
        "XIMG4512",
        origin,
        $"The base image {image} is gone: there is no file '{path}'. Build its project again, or put the file back.");

    public static Diagnostic PackageHoldsNoDisk(Origin origin, string image, string package, string path) => Diagnostic.Error(
        "XIMG4513",
        origin,
        $"The base image {image} of the package {package} is not on this machine: there is no file '{path}'. Image packages hold no disks: name the "
        + "folder that they are shared in with ImageArtifactsDirectory, or copy the file there. Below that folder the file is looked for as such, in the "
        + "builder's folder, and in that of the image and the builder.");
}
