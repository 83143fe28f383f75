using System.Collections.Immutable;
using Xoap.Images.Planning;
using Xoap.Images.Rendering.Templates;

namespace Xoap.Images.Rendering.AnswerFiles;

/// <summary>A file that an installer finds.</summary>
/// <param name="Name">Its path there, with '/'.</param>
/// <param name="Copy">The user's file as it is; null when it is text.</param>
/// <param name="Text">What it holds when it is no copy.</param>
/// <param name="Folder">The user's folder that comes as a whole with this file in it; null: the file comes alone.</param>
internal sealed record InstallerFile(string Name, SourceFile? Copy, ImmutableArray<TextPart> Text, string? Folder = null)
{
    /// <summary>The file or folder at the root that it is, or is in.</summary>
    public string Top => Name.Split('/')[0];

    public bool IsAlone => !Name.Contains('/', StringComparison.Ordinal);

    public bool HasSecrets => Copy is null && TextPart.Plain(Text) is null;

    public long Length => Copy?.Length ?? Text.Sum(part => part.Text.Length);
}
