using Xoap.Images.Diagnostics;

namespace Xoap.Images.Reading;

/// <summary>Problems of images that build on images.</summary>
internal static class BaseImageDiagnostics
{
    public static Diagnostic NoBaseFits(Origin origin, string builder, string type, string name, IEnumerable<string> builtFor) => Diagnostic.Error(
        "XIMG1180",
        origin,
        $"Builder '{builder}' ({type}) cannot start from the base image '{name}', which was built for: {string.Join(", ", builtFor)}. "
        + "Build the base image with a builder of this kind (in this region), or take an OperatingSystem for this builder in a project of its own.");

    public static Diagnostic NameOfBoth(Origin origin, string name) => Diagnostic.Error(
        "XIMG1181",
        origin,
        $"'{name}' is a base image and an OperatingSystem, so nobody can tell which one a builder starts from. Rename the OperatingSystem.");

    public static Diagnostic NotAnImageProject(Origin origin, string project) => Diagnostic.Error(
        "XIMG1182",
        origin,
        $"'{project}' is no image project and no role project. An image project builds on images and takes roles; what else has to be built "
        + "before it belongs into a target of its own, or into the solution's build order.");

    public static Diagnostic ImageOfRole(Origin origin, string project) => Diagnostic.Warning(
        "XIMG1184",
        origin,
        $"'{project}' is an image project, and a role has no base image: the reference only builds that image first. Remove it; the project that uses the role refers to its base.");

    public static Diagnostic ProjectIsMissing(Origin origin, string project) => Diagnostic.Error(
        "XIMG1183", origin, $"There is no project '{project}'. Correct the path of the ProjectReference; it starts at the project's folder.");
}
