using Xoap.Images.Reading;

namespace Xoap.Images.Tests.Infra;

/// <summary>
/// Projects in a few words:
/// <c>An.Image("web").OnQemu().Provisioner("nginx", "LinuxShellCommand", "Command=apt install nginx").Group("g", "nginx").Role("r", "g")</c>.
/// </summary>
internal static class An
{
    /// <summary>Where the project lies: relative paths are relative to it.</summary>
    public const string ProjectDirectory = "/projects/web";

    /// <summary>A project without any item.</summary>
    public static ImageSourceBuilder Image(string name = "web") => new ImageSourceBuilder().Property("ImageName", name);

    /// <summary>An image without mistakes: one shell command on Debian in QEMU.</summary>
    public static ImageSourceBuilder DebianImage(string name = "web") => Image(name)
        .OnQemu()
        .Provisioner("hello", "LinuxShellCommand", "Command=echo hello", "Timeout=5m")
        .Group("basics", "hello")
        .Role("server", "basics");

    /// <summary>One item; metadata as <c>Name=value</c>, the value as MSBuild hands it over: with its %xx escapes.</summary>
    public static Item Item(string type, string name, params string[] metadata) =>
        Image().Item(type, name, metadata).Build().Items[0];
}
