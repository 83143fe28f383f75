namespace Xoap.Images.Planning;

/// <summary>What Files found at each request's path.</summary>
internal sealed class SourceContents
{
    private readonly Dictionary<string, SourceFiles> _byPath = new(StringComparer.Ordinal);

    public void Add(SourceFiles files) => _byPath[files.Path] = files;

    /// <summary>Null when nothing is there; that has been reported.</summary>
    public SourceFiles? Find(string path) => _byPath.GetValueOrDefault(path);
}
