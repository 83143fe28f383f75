using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using Xoap.Images.History;
using Xoap.Images.Model;
using Xoap.Images.Planning;

namespace Xoap.Images.Running;

/// <summary>Where images of a variant lie: whole ones as <c>name-vN.*</c>, and beside them the folder that Packer works in.</summary>
internal sealed record ImageStore(string OutputDirectory, string StateDirectory, BuildPlan Plan, int Version)
{
    public const string WorkPrefix = ".run-";

    public string Folder => Path.Combine(OutputDirectory, Plan.Variant.Name);

    /// <summary>The folder that Packer makes and fills.</summary>
    public string WorkFolder => Path.Combine(Folder, WorkPrefix + Number);

    private string FinalName => $"{Plan.ImageName}-v{Number}";

    private string Number => Version.ToString(CultureInfo.InvariantCulture);

    /// <summary>An image of the same name and version, or null.</summary>
    public string? Existing()
    {
        if (!Directory.Exists(Folder))
        {
            return null;
        }

        var whole = Path.Combine(Folder, FinalName);
        return Path.Exists(whole) ? whole : Directory.EnumerateFileSystemEntries(Folder, FinalName + ".*").FirstOrDefault();
    }

    /// <summary>Gives what Packer made its final name. One file becomes <c>name-vN.ext</c>; several refer to each other by name and stay together in a folder.</summary>
    /// <exception cref="ArtifactException">Something is not there.</exception>
    /// <exception cref="IOException">The disk is full, or cannot be read or written.</exception>
    public async Task<ImmutableArray<ImageArtifact>> KeepAsync(
        ImmutableArray<ManifestArtifact> made, CancellationToken cancellationToken)
    {
        var work = Path.GetFullPath(WorkFolder);
        string[] files = [.. made.SelectMany(artifact => artifact.Files).Select(file => Path.GetFullPath(file)).Distinct()];
        if (files.FirstOrDefault(file => !File.Exists(file)) is { } missing)
        {
            throw new ArtifactException($"the file '{missing}', which its manifest lists, is not there");
        }

        var inside = files.Where(file => file.StartsWith(work + Path.DirectorySeparatorChar, StringComparison.Ordinal)).ToArray();
        var artifacts = ImmutableArray.CreateBuilder<ImageArtifact>();
        foreach (var file in files)
        {
            var final = !inside.Contains(file) ? file
                : inside.Length == 1 ? Path.Combine(Folder, FinalName + Ending(file))
                : Path.Combine(Folder, FinalName, Path.GetRelativePath(work, file));
            artifacts.Add(await DescribeAsync(file, final, cancellationToken));
        }

        artifacts.AddRange(made.Where(artifact => artifact.Files.IsEmpty).Select(artifact => new ImageArtifact(artifact.Id)).Distinct());
        if (inside.Length == 1)
        {
            File.Move(inside[0], artifacts[Array.IndexOf(files, inside[0])].Path!, overwrite: false);
        }
        else if (inside.Length > 1)
        {
            Directory.Move(work, Path.Combine(Folder, FinalName));
        }

        return artifacts.ToImmutable();
    }

    /// <summary>Removes what a run left that did not end well.</summary>
    /// <exception cref="IOException">A file cannot be removed.</exception>
    public void Discard(bool finalToo)
    {
        if (Directory.Exists(WorkFolder))
        {
            Directory.Delete(WorkFolder, recursive: true);
        }

        for (var image = finalToo ? Existing() : null; image is not null; image = Existing())
        {
            if (Directory.Exists(image))
            {
                Directory.Delete(image, recursive: true);
            }
            else
            {
                File.Delete(image);
            }
        }
    }

    private async Task<ImageArtifact> DescribeAsync(string file, string final, CancellationToken cancellationToken)
    {
        await using var stream = new FileStream(
            file, FileMode.Open, FileAccess.Read, FileShare.Read, 1024 * 1024, FileOptions.Asynchronous | FileOptions.SequentialScan);
        var hash = await SHA256.HashDataAsync(stream, cancellationToken);
        return new ImageArtifact(
            Path.GetFileName(final),
            final,
            Path.GetRelativePath(StateDirectory, final).Replace('\\', '/'),
            stream.Length,
            Convert.ToHexStringLower(hash),
            File.GetLastWriteTimeUtc(file));
    }

    /// <summary>The file's own ending; QEMU's disks have none of their own, there the format says it.</summary>
    private string Ending(string file)
    {
        if (Plan.Variant.Component.Name == "qemu")
        {
            return Plan.Variant.Component.Find("format")?.Value is SettingValue.Text format ? "." + format.Value : ".qcow2";
        }

        var ending = Path.GetExtension(file);
        return ending.Length > 1 && ending.Skip(1).All(char.IsAsciiLetterOrDigit) ? ending : "";
    }
}

/// <summary>What Packer says it made is not there.</summary>
internal sealed class ArtifactException(string message) : Exception(message);
