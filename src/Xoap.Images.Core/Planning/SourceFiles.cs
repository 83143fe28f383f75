using System.Collections.Immutable;
using Xoap.Images.Diagnostics;
using Xoap.Images.Model;

namespace Xoap.Images.Planning;

/// <summary>A file, folder or glob that a setting names: what Files has to look at before planning.</summary>
/// <param name="Path">Absolute; with <see cref="FileUse.Files"/> it may be a folder or hold <c>*</c>, <c>?</c> and <c>**</c>.</param>
/// <param name="Use">Any but None; of a folder only its existence counts.</param>
internal sealed record SourceRequest(string Path, FileUse Use, Origin Origin);

/// <summary>What was found at a request's path.</summary>
/// <param name="IsFolder">The path is a folder; relative paths in <paramref name="Files"/> start below it.</param>
/// <param name="Files">Sorted by relative path, ordinal.</param>
internal sealed record SourceFiles(string Path, bool IsFolder, ImmutableArray<SourceFile> Files)
{
    /// <summary>What a zip archive holds, with '/'; default where nobody asked.</summary>
    public ImmutableArray<string> Entries { get; init; }
}

/// <summary>One file.</summary>
/// <param name="RelativePath">With '/' on every platform.</param>
/// <param name="Sha256">Lower-case hex of the content.</param>
internal sealed record SourceFile(string Path, string RelativePath, long Length, string Sha256);
