using Xoap.Images.Model;

namespace Xoap.Images.Schemas.Builders;

/// <summary>A container image.</summary>
internal static class Docker
{
    private const string Commit = "commit";

    public static BuilderType Type { get; } = new("Docker", "docker", Providers.Docker)
    {
        Defaults =
        [
            new(Platform.Windows, Commit, "true") { Unless = ["discard", "export_path"] },
            new(Platform.Windows, "windows_container", "true"),
            new(Platform.Linux, Commit, "true") { Unless = ["discard", "export_path"] },
        ],
        Base = new(["image", "build"], "Image=\"…\""),
    };
}
