using System.Collections.Concurrent;
using System.Globalization;
using Xoap.Images.History;
using Xoap.Images.Running;

namespace Xoap.Images.Testing;

/// <summary>Where what starts images is rendered to. Runs of the same tests at the same time do not share a folder.</summary>
/// <param name="parent">The parent of the folders of all variants.</param>
internal sealed class BootFolders(string parent) : IDisposable
{
    private readonly ConcurrentBag<FileStream> _held = [];
    private readonly ConcurrentBag<string> _own = [];

    /// <summary>The folder, or one beside it while another run is at work there.</summary>
    /// <exception cref="IOException">It cannot be made.</exception>
    public string Take(string variant, string name)
    {
        var folder = Path.Combine(parent, variant, name);
        Directory.CreateDirectory(Path.GetDirectoryName(folder)!);
        RemoveThoseOfTheDead(folder);
        try
        {
            _held.Add(new FileStream(folder + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose));
            return folder;
        }
        catch (IOException)
        {
            var own = string.Create(CultureInfo.InvariantCulture, $"{folder}-{Environment.ProcessId}");
            _own.Add(own);
            return own;
        }
    }

    public void Dispose()
    {
        foreach (var own in _own)
        {
            Remove(own);
        }

        foreach (var held in _held)
        {
            held.Dispose();
        }
    }

    private static void RemoveThoseOfTheDead(string folder)
    {
        var prefix = Path.GetFileName(folder) + "-";
        foreach (var other in Directory.GetDirectories(Path.GetDirectoryName(folder)!, prefix + "*"))
        {
            if (int.TryParse(Path.GetFileName(other)[prefix.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var process)
                && !ProcessGroup.IsAlive(process))
            {
                Remove(other);
            }
        }
    }

    private static void Remove(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception problem) when (DiskFault.Is(problem))
        {
            // The next run tries again.
        }
    }
}
