using System.Collections.Immutable;
using Xoap.Images.Diagnostics;
using Xoap.Images.Model;

namespace Xoap.Images.History;

/// <summary>The records of a base image: what was built, and where its files are on this machine.</summary>
internal static class BaseRecords
{
    /// <summary>Null when one cannot be read; that was reported.</summary>
    /// <param name="artifactsDirectory">A further folder that local images may lie in; empty: none.</param>
    /// <param name="package">The image package that the records came in; null: none.</param>
    public static ImmutableArray<BuiltImage>? Read(
        IEnumerable<string> records, string artifactsDirectory, PackageName? package, Origin origin, DiagnosticBag bag)
    {
        var images = ImmutableArray.CreateBuilder<BuiltImage>();
        var complete = true;
        foreach (var record in records)
        {
            if (RecordFile.Read(record, ImageManifestJson.Read, bag) is { IsWhole: true, Schema: ImageManifest.CurrentSchema } manifest)
            {
                images.Add(Of(manifest, record, artifactsDirectory, package));
                continue;
            }

            complete = false;
            bag.Add(BaseDiagnostics.NoRecord(origin.At("Records"), origin.Name, record));
        }

        return complete ? images.ToImmutable() : null;
    }

    private static BuiltImage Of(ImageManifest manifest, string record, string artifactsDirectory, PackageName? package)
    {
        // <state>/<image>/<builder>/image.json
        var stateDirectory = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(record)!, "..", ".."));
        return new BuiltImage(
            manifest.Image,
            manifest.Version,
            manifest.Builder,
            manifest.Type ?? "",
            manifest.Component ?? "",
            manifest.OperatingSystem,
            manifest.Place ?? new SortedDictionary<string, string>(StringComparer.Ordinal),
            [.. manifest.Artifacts.Select(artifact => Of(artifact, manifest, stateDirectory, artifactsDirectory))])
        {
            Package = package?.Id,
            PackageVersion = package?.Version,
        };
    }

    private static BuiltArtifact Of(ImageArtifact artifact, ImageManifest manifest, string stateDirectory, string artifactsDirectory)
    {
        if (artifact.Path is not { } recorded)
        {
            return new BuiltArtifact(artifact.Id);
        }

        var found = Places(artifact, manifest, stateDirectory, artifactsDirectory).FirstOrDefault(File.Exists);
        return new BuiltArtifact(artifact.Id, (found ?? recorded).Replace('\\', '/'), artifact.Sha256, IsMissing: found is null);
    }

    /// <summary>
    /// Where the project says that images lie comes first, then the place beside the record: a path recorded elsewhere may name another
    /// file here, and that of a copied repository the original's.
    /// </summary>
    private static IEnumerable<string> Places(ImageArtifact artifact, ImageManifest manifest, string stateDirectory, string artifactsDirectory)
    {
        if (artifactsDirectory.Length > 0)
        {
            var name = InStore(artifact, manifest);
            yield return Path.Combine(artifactsDirectory, name);
            yield return Path.Combine(artifactsDirectory, manifest.Builder, name);
            yield return Path.Combine(artifactsDirectory, manifest.Image, manifest.Builder, name);
        }

        if (artifact.RelativePath is { } relative)
        {
            yield return Path.GetFullPath(Path.Combine(stateDirectory, relative));
        }

        yield return artifact.Path!;
    }

    /// <summary>The path below the builder's folder: <c>web-v3.qcow2</c>, or <c>web-v3/disk.vmdk</c> where an image has several files.</summary>
    private static string InStore(ImageArtifact artifact, ImageManifest manifest)
    {
        var path = artifact.Path!.Replace('\\', '/');
        var folder = $"/{manifest.Builder}/";
        var start = path.LastIndexOf(folder, StringComparison.Ordinal);
        return start < 0 ? path[(path.LastIndexOf('/') + 1)..] : path[(start + folder.Length)..];
    }
}
