using Xoap.Images.History;

namespace Xoap.Images.Running;

/// <summary>A folder that only the building user can read, for one run. Its path is short: Packer puts sockets in it, whose paths are limited.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private const string Prefix = "ximg-run-";

    /// <exception cref="IOException">It cannot be made.</exception>
    public TemporaryFolder(string path)
    {
        Path = path;
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    public string Path { get; }

    /// <summary>Where a run's folder will be: the run's record names it before it is there, so that a killed run leaves none behind unseen.</summary>
    public static string PathOf(string runId) => System.IO.Path.Combine(System.IO.Path.GetTempPath(), Prefix + runId[..12]);

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
