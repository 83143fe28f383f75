using System.Text;

namespace Xoap.Images.Tests.Infra;

/// <summary>
/// Compares what a test made with the files that somebody approved: <c>web.pkr.hcl</c> with <c>web.approved.pkr.hcl</c>.
/// A difference leaves <c>web.received.pkr.hcl</c> beside it; XOAP_ACCEPT=1 takes what was made.
/// </summary>
internal static class Approved
{
    private static readonly bool Accept = Environment.GetEnvironmentVariable("XOAP_ACCEPT") == "1";

    /// <param name="folder">The case's folder in the repository.</param>
    /// <param name="files">Everything that the case makes: an approved file beyond these is a difference too.</param>
    public static void Folder(string folder, IEnumerable<(string Path, string Text)> files)
    {
        var made = files.ToDictionary(file => Marked(folder, file.Path, "approved"), file => file);
        var differences = Directory.Exists(folder)
            ? Directory.GetFiles(folder, "*.approved.*", SearchOption.AllDirectories).Where(file => !made.ContainsKey(file)).ToList()
            : [];
        if (Accept)
        {
            differences.ForEach(File.Delete);
            differences.Clear();
        }

        foreach (var (approved, (path, text)) in made)
        {
            var received = Marked(folder, path, "received");
            if (File.Exists(approved) && File.ReadAllBytes(approved).AsSpan().SequenceEqual(Encoding.UTF8.GetBytes(text)))
            {
                File.Delete(received);
                continue;
            }

            Directory.CreateDirectory(Path.GetDirectoryName(approved)!);
            File.WriteAllText(Accept ? approved : received, text);
            if (!Accept)
            {
                differences.Add(received);
            }
        }

        Assert.True(differences.Count == 0, "Not as approved (XOAP_ACCEPT=1 takes it):\n" + string.Join('\n', differences));
    }

    private static string Marked(string folder, string path, string mark)
    {
        var name = Path.GetFileName(path);
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        return Path.Combine(folder, Path.GetDirectoryName(path)!, $"{name[..dot]}.{mark}{name[dot..]}");
    }
}
