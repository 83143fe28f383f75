using System.Collections.Immutable;

namespace Xoap.Images.Rendering;

/// <summary>A file of a rendered folder: text of ours, a copy of the user's file, or an archive of several.</summary>
/// <param name="Path">Relative to the folder, with '/'. An archive's ending, .zip or .tar.gz, says of which kind it is.</param>
/// <param name="Text">What to write, LF line ends; null for a copy or an archive.</param>
/// <param name="CopyOf">Absolute path of the file to copy; null for text or an archive.</param>
internal sealed record RenderedFile(string Path, string? Text, string? CopyOf)
{
    /// <summary>What an archive holds; empty for any other file.</summary>
    public ImmutableArray<ArchivedFile> Archived { get; init; } = [];

    public static RenderedFile Of(string path, string text) => new(path, text, null);

    public static RenderedFile Copy(string path, string source) => new(path, null, source);

    public static RenderedFile Archive(string path, ImmutableArray<ArchivedFile> files) =>
        new(path, null, null) { Archived = files };
}

/// <summary>A user's file in an archive.</summary>
/// <param name="Name">With '/'.</param>
/// <param name="CopyOf">Absolute path.</param>
internal sealed record ArchivedFile(string Name, string CopyOf);
