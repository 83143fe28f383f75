using System.Collections.Immutable;
using Xoap.Images.Rendering;
using Xoap.Images.Rendering.Templates;

namespace Xoap.Images.Running;

/// <summary>Files that hold secrets: written just before Packer starts, and gone with the run's temporary folder.</summary>
internal static class PrivateFolder
{
    public const string Name = "private";

    /// <summary>The variable of a template with private files.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Variables(string temporary, ImmutableArray<PrivateFile> files) =>
        files.IsEmpty ? [] : [new(TemplateVariables.PrivateFolder, Path.Combine(temporary, Name))];

    /// <param name="folder">Absolute; only the building user can look into its parent.</param>
    /// <param name="secrets">Values by variable.</param>
    /// <exception cref="IOException">A file cannot be read or written.</exception>
    public static void Write(string folder, ImmutableArray<PrivateFile> files, ImmutableArray<KeyValuePair<string, string>> secrets)
    {
        foreach (var file in files)
        {
            var path = Path.Combine(folder, file.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            if (file.CopyOf is { } source)
            {
                File.Copy(source, path);
                continue;
            }

            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            using var writer = new StreamWriter(path, options);
            foreach (var part in file.Parts)
            {
                writer.Write(part.Variable is null
                    ? part.Text
                    : TextEscapes.Of(secrets.First(secret => secret.Key == part.Variable).Value, part.Escape));
            }
        }
    }
}
