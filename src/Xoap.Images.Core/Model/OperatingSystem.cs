using System.Text.Json.Serialization;
using Xoap.Images.Diagnostics;

namespace Xoap.Images.Model;

/// <summary>The base image that a variant starts from.</summary>
/// <param name="Version">As the user writes it: <c>12</c>, <c>24H2</c>; empty when not given.</param>
/// <param name="Architecture">x64 or arm64 (x86_64, amd64 and aarch64 are read as these).</param>
/// <param name="DiskImage">Absolute path or URL of what the builder starts from, a ready disk or an ISO; null: it has no file.</param>
/// <param name="Checksum">What the source's bytes must be, as <c>sha256:HEX</c>, or null when it is not pinned.</param>
internal sealed record OperatingSystem(
    string Name, Platform Platform, string Version, string Architecture, string? DiskImage, string? Checksum, Origin Origin);

[JsonConverter(typeof(JsonStringEnumConverter<Platform>))]
internal enum Platform
{
    Linux,
    Windows,
}
