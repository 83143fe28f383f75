namespace Xoap.Images.TestReports;

/// <summary>A file with tests.</summary>
/// <param name="Path">On this machine: absolute, with '/'.</param>
/// <param name="Name">What identifies it on every machine: the path from the project, with '/'.</param>
internal sealed record TestFile(string Path, string Name)
{
    public string FileName => Path[(Path.LastIndexOf('/') + 1)..];
}
