using System.Globalization;
using System.Text;
using Microsoft.Build.Evaluation;
using Xoap.Images.Diagnostics;
using Xoap.Images.Files;
using Xoap.Images.Planning;
using Xoap.Images.Reading;

namespace Xoap.Images.Tasks.Items;

/// <summary>
/// Remembers a project that <see cref="SwallowedItems"/>, <see cref="MisspeltNames"/> and <see cref="PackagePaths"/> found nothing in, since looking takes a second
/// evaluation: the same items from the same unchanged files were written the same way.
/// </summary>
/// <param name="path">The first line stands for the items; each other one for a file: its size, its time and its path.</param>
internal sealed class CheckedText(string path)
{
    /// <summary>Looks at a project that is not known.</summary>
    public void Check(ImageSource source, ItemLocator locator, DiagnosticBag diagnostics)
    {
        if (IsKnown(source))
        {
            return;
        }

        var before = diagnostics.Count;
        SwallowedItems.Check(locator.Project, source.Properties.Keys, diagnostics);
        MisspeltNames.Check(locator.Project, diagnostics);
        PackagePaths.Check(locator.Project, diagnostics);
        if (diagnostics.Count == before)
        {
            Remember(source, locator.Project);
        }
    }

    public bool IsKnown(ImageSource source) => IsKnown(first => first == MarkOf(source));

    /// <summary>Whether the project's files are those that nothing was found in, whatever the properties on the command line.</summary>
    public bool HasSameFiles() => IsKnown(_ => true);

    private bool IsKnown(Predicate<string> isSame)
    {
        try
        {
            return File.Exists(path)
                && File.ReadAllLines(path, Encoding.UTF8) is [var first, .. var files]
                && isSame(first)
                && Array.TrueForAll(files, line => line.Split(' ', 3) is [_, _, var file] && line == MarkOf(file));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>Losing it costs time, nothing else, so a failure is not reported.</summary>
    public void Remember(ImageSource source, Project project)
    {
        var files = project.Imports.Select(import => import.ImportedProject.FullPath).Prepend(project.FullPath).Distinct();
        try
        {
            AtomicFile.WriteIfDifferent(path, string.Join('\n', files.Select(MarkOf).Prepend(MarkOf(source))) + "\n");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
        }
    }

    private static string MarkOf(string file)
    {
        var found = new FileInfo(file);
        return found.Exists
            ? string.Create(CultureInfo.InvariantCulture, $"{found.Length} {found.LastWriteTimeUtc.Ticks} {file}")
            : $"- - {file}";
    }

    private static string MarkOf(ImageSource source) => Fingerprint.Of(
    [
        .. source.Properties.Select(property => new FingerprintInput(property.Key, property.Value)),
        .. source.Items.SelectMany(InputsOf),
    ]).Key;

    private static IEnumerable<FingerprintInput> InputsOf(Item item) => item.Metadata
        .OrderBy(entry => entry.Key, StringComparer.Ordinal)
        .Select(entry => new FingerprintInput(entry.Key, entry.Value))
        .Prepend(new FingerprintInput(item.Type, item.Name));
}
