using System.Security.Cryptography;
using System.Text;
using Xoap.Images.Model;
using Xoap.Images.Reading.Sources;

namespace Xoap.Images.Reading;

/// <summary>What a built image is, wherever it lies: the same for every copy of it.</summary>
internal static class ArtifactText
{
    /// <summary><c>sha256:HEX</c> of local files, or the id that the cloud gave it.</summary>
    public static string Of(BuiltImage image, string? region) => image switch
    {
        { WasBuilt: false } => "not built yet",
        { Artifacts: [{ Sha256: { } only }] } => "sha256:" + only,
        _ when image.Artifacts.Any(artifact => artifact.Sha256 is not null) => "sha256:" + All(image),
        _ => BuiltSources.Of(image, image.Component, region)?.FirstOrDefault(pair => pair.Name == "SourceAmi").Value
            ?? string.Join(',', image.Artifacts.Select(artifact => artifact.Id)),
    };

    /// <summary>Files that belong together stand for each other, in the order of their names.</summary>
    private static string All(BuiltImage image)
    {
        var lines = image.Artifacts.Select(artifact => $"{artifact.Sha256} {artifact.Id}").Order(StringComparer.Ordinal);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines))));
    }
}
