using System.Collections.Immutable;
using System.Text.Json;
using Xoap.Images.History;

namespace Xoap.Images.Running;

/// <summary>An artifact as Packer's manifest post-processor lists it.</summary>
/// <param name="Id">Packer's artifact id: a cloud image's, or a word like <c>VM</c> for local files.</param>
/// <param name="Files">Paths of local files; empty for something in a cloud.</param>
internal sealed record ManifestArtifact(string Id, ImmutableArray<string> Files);

/// <summary>Reads the file of the manifest post-processor.</summary>
internal static class PackerManifest
{
    /// <summary>The artifacts; null and a reason when there is no manifest that can be read.</summary>
    public static ImmutableArray<ManifestArtifact>? Read(string path, out string problem)
    {
        problem = "";
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            var artifacts = ImmutableArray.CreateBuilder<ManifestArtifact>();
            foreach (var build in document.RootElement.GetProperty("builds").EnumerateArray())
            {
                artifacts.Add(new ManifestArtifact(Text(build, "artifact_id"), Files(build)));
            }

            if (artifacts.Count > 0)
            {
                return artifacts.ToImmutable();
            }

            problem = "it lists no build";
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            problem = "it is not the JSON that was expected";
        }
        catch (Exception fault) when (DiskFault.Is(fault))
        {
            problem = fault is FileNotFoundException or DirectoryNotFoundException ? "it was not written" : fault.Message;
        }

        return null;
    }

    private static ImmutableArray<string> Files(JsonElement build)
    {
        if (!build.TryGetProperty("files", out var files) || files.ValueKind != JsonValueKind.Array)
        {
            return [];
        }

        var paths = ImmutableArray.CreateBuilder<string>();
        foreach (var file in files.EnumerateArray())
        {
            if (Text(file, "name") is { Length: > 0 } name)
            {
                paths.Add(name);
            }
        }

        return paths.ToImmutable();
    }

    private static string Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
}
