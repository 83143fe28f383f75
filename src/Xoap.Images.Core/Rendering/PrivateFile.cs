using System.Collections.Immutable;
using Xoap.Images.Rendering.Templates;

namespace Xoap.Images.Rendering;

/// <summary>A file with secrets, or one that has to lie beside such a file: the runner writes it for one run, where only it can read.</summary>
/// <param name="Path">Below the private folder, with '/'.</param>
/// <param name="CopyOf">Absolute path of a file to copy; null: it is text.</param>
internal sealed record PrivateFile(string Path, ImmutableArray<PrivatePart> Parts, string? CopyOf);

/// <summary>Text, or the value of a variable.</summary>
/// <param name="Variable">The sensitive variable whose value stands here; null: <paramref name="Text"/> does.</param>
internal sealed record PrivatePart(string Text, string? Variable, TextEscape Escape);
