using System.Collections.Immutable;
using Xoap.Images.Diagnostics;
using Xoap.Images.Reading;

namespace Xoap.Images.Packaging;

/// <summary>
/// Texts of a role project as they have to be written elsewhere: parameters stay references, other properties become what they are
/// here, and paths of the project become paths of the package.
/// </summary>
internal sealed class RoleText(RoleSource source, string content, RoleProperties properties, DiagnosticBag diagnostics)
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
    public string Plain(string text) => RoleReferences.Replaced(text, properties.Expand);

    /// <summary>A condition; what is no parameter is decided here and now.</summary>
    public string Condition(string text, Origin origin) => RoleReferences.Replaced(text, reference => Kept(reference, origin));

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

        return RoleReferences.Replaced(entry, reference => Kept(reference, origin));
    }

    private string OnePath(string entry, Origin origin)
    {
        if (entry.Length == 0)
        {
            return entry;
        }

        if (IsConsumers(entry))
        {
            CheckDefault(RoleReferences.NameIn(entry));
            return entry;
        }

        var path = MsBuildText.Unescape(Plain(entry)).Replace('\\', '/');
        if (NotPaths.Any(mark => path.Contains(mark, StringComparison.OrdinalIgnoreCase)))
        {
            return RoleReferences.Replaced(entry, reference => Kept(reference, origin));
        }

        if (!IsHere(entry) && (System.IO.Path.IsPathRooted(path) || path.StartsWith('~')))
        {
            diagnostics.Add(PackagingDiagnostics.AbsolutePath(origin, path));
            return entry;
        }

        return InPackage(System.IO.Path.GetFullPath(path, source.ProjectDirectory).Replace('\\', '/'), origin);
    }

    /// <summary>A path without a beginning leads somewhere else in each project.</summary>
    private void CheckDefault(string name)
    {
        foreach (var parameter in source.Parameters.Where(parameter => string.Equals(parameter.Name, name, StringComparison.OrdinalIgnoreCase)))
        {
            foreach (var entry in parameter.Text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                var path = MsBuildText.Unescape(Plain(entry)).Replace('\\', '/');
                var hasBeginning = IsHere(entry) || IsConsumers(entry) || System.IO.Path.IsPathRooted(path) || path.StartsWith('~')
                    || NotPaths.Any(mark => path.Contains(mark, StringComparison.OrdinalIgnoreCase));
                if (path.Length > 0 && !hasBeginning)
                {
                    diagnostics.Add(PackagingDiagnostics.RelativeDefault(parameter.Origin, parameter.Name, path));
                }
            }
        }
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
        return content + RoleReferences.Escaped(relative, keep: "*?");
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

        if (properties.IsFromEnvironment(RoleReferences.NameIn(reference)))
        {
            diagnostics.Add(PackagingDiagnostics.ComesFromEnvironment(origin, RoleReferences.NameIn(reference)));
        }

        return RoleReferences.Escaped(properties.Expand(reference), keep: ";");
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

        var name = RoleReferences.NameIn(text);
        return source.Parameters.Any(parameter => string.Equals(parameter.Name, name, StringComparison.OrdinalIgnoreCase))
            || OfTheImage.Contains(name, StringComparer.OrdinalIgnoreCase);
    }
}
