using Xoap.Images.Model;

namespace Xoap.Images.Tests.Infra;

/// <summary>Images that were built, for others to build on: version 3 of <c>shop-base</c>, Debian 12.</summary>
internal static class Built
{
    public const string Name = "shop-base";

    public static readonly string Sha256 = new('b', 64);

    public static BuiltImage On(string builder, string type, string component, params BuiltArtifact[] artifacts) => new(
        Name, 3, builder, type, component, new ImageSystem("debian-12", Platform.Linux, "12", "x64", null, "2028-06-30"),
        new Dictionary<string, string>(), [.. artifacts]);

    public static BuiltImage OnQemu(string builder = "qemu") => On(builder, "Qemu", "qemu", File("/images/qemu/shop-base-v3.qcow2"));

    public static BuiltImage On(string builder, string type, string component, string id, params (string Name, string Value)[] place) =>
        On(builder, type, component, new BuiltArtifact(id)) with { Place = place.ToDictionary(entry => entry.Name, entry => entry.Value) };

    public static BuiltArtifact File(string path) => new(System.IO.Path.GetFileName(path), path, Sha256);
}
