using Xoap.Images.History;

namespace Xoap.Images.Running;

/// <summary>A folder that only the building user can read, for one run. Its path is short: Packer puts sockets in it, whose paths are limited.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private const string Prefix = "ximg-run-";

    public string Path { get; } = Directory.CreateTempSubdirectory(Prefix).FullName;

    public void Dispose() => Remove(Path);

    /// <summary>Removes the temporary folder of a run; a path that is none of ours is left alone.</summary>
    public static void Remove(string path)
    {
        try
        {
            if (System.IO.Path.GetFileName(path).StartsWith(Prefix, StringComparison.Ordinal) && Directory.Exists(path))
            {
                Directory.Delete(path, recursive: true);
            }
        }
        catch (Exception problem) when (DiskFault.Is(problem))
        {
            // The system clears its temporary folder in time.
        }
    }
}
