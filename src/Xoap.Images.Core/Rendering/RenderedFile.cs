namespace Xoap.Images.Rendering;

/// <summary>A file of a rendered folder: text of ours, or a copy of the user's file.</summary>
/// <param name="Path">Relative to the folder, with '/'.</param>
/// <param name="Text">What to write, LF line ends; null for a copy.</param>
/// <param name="CopyOf">Absolute path of the file to copy; null for text.</param>
internal sealed record RenderedFile(string Path, string? Text, string? CopyOf)
{
    public static RenderedFile Of(string path, string text) => new(path, text, null);

    public static RenderedFile Copy(string path, string source) => new(path, null, source);
}
