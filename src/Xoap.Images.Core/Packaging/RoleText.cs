using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using Xoap.Images.Diagnostics;
using Xoap.Images.Reading;

namespace Xoap.Images.Packaging;

/// <summary>
/// Texts of a role project as they have to be written elsewhere: parameters stay references, other properties become what they are
/// here, and paths of the project become paths of the package.
/// </summary>
internal sealed partial class RoleText(RoleSource source, string content, RoleProperties properties, DiagnosticBag diagnostics)
{
    private const string ThisFile = "$(MSBuildThisFileDirectory)";

    /// <summary>How a text says where the project is.</summary>
    private static readonly string[] Here = [ThisFile, "$(MSBuildProjectDirectory)"];

    /// <summary>References and addresses, where a path may stand too.</summary>
    private static readonly string[] NotPaths = ["://", "packer:", "env:"];

    /// <summary>What every image project has: a role may say how it depends on them.</summary>
    private static readonly string[] OfTheImage = ["ImageName", "ImageDescription", "ImageRole", "ImageOperatingSystem", "ImageBuilders", "ImageSeal"];

    private readonly List<RoleFile> _files = [];

    public ImmutableArray<RoleFile> Files => [.. _files.DistinctBy(file => file.Path)];

    /// <summary>The text with everything known here filled in.</summary>
    public string Plain(string text) => Replaced(text, properties.Expand);

    /// <summary>A condition; what is no parameter is decided here and now.</summary>
    public string Condition(string text, Origin origin) => Replaced(text, reference => Kept(reference, origin));

    /// <summary>A text that may lead to files only through <c>$(MSBuildThisFileDirectory)</c> and the like.</summary>
    public string Value(string text, string folder, Origin origin)
    {
        if (text.Contains("@(", StringComparison.Ordinal))
        {
            diagnostics.Add(PackagingDiagnostics.RefersToItems(origin, text));
            return text;
        }

        return string.Join(';', text.Split(';').Select(entry => OneValue(entry, folder, origin)));
    }

    /// <summary>Paths, relative to the project.</summary>
    public string Path(string text, Origin origin) => string.Join(';', text.Split(';').Select(entry => OnePath(entry.Trim(), origin)));

    /// <summary>The same for tests, with what lies beside them: helpers that they load.</summary>
    public string Tests(string text, Origin origin)
    {
        var known = _files.Count;
        var paths = Path(text, origin);
        foreach (var file in _files.Skip(known).ToArray())
        {
            var wildcard = file.Path.AsSpan().IndexOfAny('*', '?');
            var folder = file.Path[..(wildcard < 0 ? file.Path : file.Path[..wildcard]).LastIndexOf('/')];
            if (folder != source.ProjectDirectory)
            {
                _files.Add(file with { Path = folder });
            }
        }

        return paths;
    }

    private string OneValue(string entry, string folder, Origin origin)
    {
        var text = entry.Trim();
        if (Here.FirstOrDefault(start => text.StartsWith(start, StringComparison.OrdinalIgnoreCase)) is { } here)
        {
            var rest = MsBuildText.Unescape(Plain(text[here.Length..])).TrimStart('/', '\\');
            return InPackage(System.IO.Path.GetFullPath(rest, here == ThisFile ? folder : source.ProjectDirectory).Replace('\\', '/'), origin);
        }

        if (text.StartsWith("file:", StringComparison.Ordinal) && !text.StartsWith("file://", StringComparison.Ordinal))
        {
            diagnostics.Add(PackagingDiagnostics.SecretFile(origin, text));
        }

        if (Plain(entry) is var plain && plain.Contains(source.ProjectDirectory + "/", StringComparison.Ordinal))
        {
            diagnostics.Add(PackagingDiagnostics.NamesThisMachine(origin, plain));
        }

        return Replaced(entry, reference => Kept(reference, origin));
    }

    private string OnePath(string entry, Origin origin)
    {
        if (entry.Length == 0 || IsConsumers(entry))
        {
            return entry;
        }

        var path = MsBuildText.Unescape(Plain(entry)).Replace('\\', '/');
        if (NotPaths.Any(mark => path.Contains(mark, StringComparison.OrdinalIgnoreCase)))
        {
            return Replaced(entry, reference => Kept(reference, origin));
        }

        if (!IsHere(entry) && (System.IO.Path.IsPathRooted(path) || path.StartsWith('~')))
        {
            diagnostics.Add(PackagingDiagnostics.AbsolutePath(origin, path));
            return entry;
        }

        return InPackage(System.IO.Path.GetFullPath(path, source.ProjectDirectory).Replace('\\', '/'), origin);
    }

    private string InPackage(string path, Origin origin)
    {
        if (path.TrimEnd('/') != source.ProjectDirectory && !path.StartsWith(source.ProjectDirectory + "/", StringComparison.Ordinal))
        {
            diagnostics.Add(PackagingDiagnostics.OutsideOfProject(origin, path, source.ProjectDirectory));
            return path;
        }

        _files.Add(new RoleFile(path, origin));
        var relative = path.Length > source.ProjectDirectory.Length ? path[(source.ProjectDirectory.Length + 1)..] : "";
        return content + Escaped(relative, keep: "*?");
    }

    private string Kept(string reference, Origin origin)
    {
        if (IsConsumers(reference))
        {
            return reference;
        }

        if (source.Parameters.FirstOrDefault(parameter => reference[2..].Contains($"$({parameter.Name}", StringComparison.OrdinalIgnoreCase)) is { } mixed)
        {
            diagnostics.Add(PackagingDiagnostics.MixedReference(origin, reference, mixed.Name));
            return reference;
        }

        if (properties.IsFromEnvironment(NameIn(reference)))
        {
            diagnostics.Add(PackagingDiagnostics.ComesFromEnvironment(origin, NameIn(reference)));
        }

        return Escaped(properties.Expand(reference), keep: ";");
    }

    private static bool IsHere(string entry) =>
        Here.Any(start => entry.StartsWith(start, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether a reference stands there that the consumer's project is to fill in: a parameter, alone or with a function behind it.</summary>
    private bool IsConsumers(string text)
    {
        if (!text.StartsWith("$(", StringComparison.Ordinal))
        {
            return false;
        }

        var name = NameIn(text);
        return source.Parameters.Any(parameter => string.Equals(parameter.Name, name, StringComparison.OrdinalIgnoreCase))
            || OfTheImage.Contains(name, StringComparer.OrdinalIgnoreCase);
    }

    private static string NameIn(string reference) => Name().Match(reference[2..]).Value;

    private static string Replaced(string text, Func<string, string> replacement)
    {
        var result = new StringBuilder();
        var position = 0;
        while (text.IndexOf("$(", position, StringComparison.Ordinal) is var start and >= 0 && End(text, start + 2) is { } end)
        {
            result.Append(text, position, start - position).Append(replacement(text[start..(end + 1)]));
            position = end + 1;
        }

        return result.Append(text, position, text.Length - position).ToString();
    }

    /// <summary>Where the parenthesis closes that opened before a position.</summary>
    private static int? End(string text, int position)
    {
        var depth = 1;
        for (var end = position; end < text.Length; end++)
        {
            depth += text[end] switch { '(' => 1, ')' => -1, _ => 0 };
            if (depth == 0)
            {
                return end;
            }
        }

        return null;
    }

    /// <summary>As MSBuild takes it for plain text.</summary>
    private static string Escaped(string text, string keep)
    {
        var escaped = new StringBuilder();
        foreach (var character in text)
        {
            var isSpecial = "%$@()';*?".Contains(character, StringComparison.Ordinal) && !keep.Contains(character, StringComparison.Ordinal);
            escaped.Append(isSpecial ? $"%{(int)character:X2}" : character.ToString());
        }

        return escaped.ToString();
    }

    [GeneratedRegex(@"^[A-Za-z_][A-Za-z0-9_-]*")]
    private static partial Regex Name();
}
