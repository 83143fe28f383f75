using System.Globalization;

namespace Xoap.Images.Model;

/// <summary>The image that another one builds on.</summary>
/// <param name="Version">The N in <c>name-vN</c>; <see cref="NeverBuilt"/> where only its project is known.</param>
/// <param name="Builder">The builder that it was made with.</param>
/// <param name="Artifact">What it is, wherever it lies: <c>sha256:HEX</c> of local files, or the id that a cloud gave it.</param>
/// <param name="Package">The image package that it came in; null: none.</param>
internal sealed record Ancestor(
    string Name, int Version, string Builder, string Artifact, string? Package = null, string? PackageVersion = null)
{
    public const int NeverBuilt = 0;

    public string FullName() => string.Create(CultureInfo.InvariantCulture, $"{Name}-v{Version}");
}
