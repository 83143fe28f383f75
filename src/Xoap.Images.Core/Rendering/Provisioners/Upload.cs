using Xoap.Images.Planning;
using Xoap.Images.Rendering.Hcl;

namespace Xoap.Images.Rendering.Provisioners;

/// <summary>One transfer into the guest.</summary>
/// <param name="Folder">Where it goes; empty for the folder that Packer logs in to.</param>
/// <param name="Name">The file's name there; empty when the contents of a folder go there.</param>
internal sealed record Upload(HclValue Source, string Folder, string Name)
{
    /// <summary>
    /// Where a source ends up follows Packer's documentation, but does not depend on what the guest already has:
    /// a folder goes below the destination, with a slash at its end its contents do; a glob's matches go below it;
    /// a file becomes the destination, or goes below it when that ends with a slash.
    /// </summary>
    public static IEnumerable<Upload> Of(TemplateDraft draft, PlannedStep step, SourceFiles source, string destination)
    {
        if (source is { IsFolder: false, Files: [var single] } && single.Path == source.Path)
        {
            var name = StagedFile.SafeName(single.Path);
            var (folder, target) = Split(destination, Path.GetFileName(single.Path));
            yield return new Upload(StagedFile.Add(draft, step, single, name), folder, target);
            yield break;
        }

        var below = source.IsFolder && !source.Path.EndsWith('/')
            ? Join(destination, Path.GetFileName(source.Path))
            : TrimSlash(destination);
        var staged = StagedFile.FolderOf(step);
        var copies = 0;
        foreach (var file in source.Files)
        {
            if (StagedFile.StaysInPlace(file) && ShellText.IsPlainPath(file.RelativePath))
            {
                var (folder, name) = Split(Join(below, file.RelativePath), "");
                yield return new Upload(HclValue.Of(file.Path), folder, name);
            }
            else
            {
                draft.Add(RenderedFile.Copy(staged + file.RelativePath, file.Path));
                copies++;
            }
        }

        if (copies > 0)
        {
            yield return new Upload(HclValue.Path(staged), below, "");
        }
    }

    public static (string Folder, string Name) Split(string destination, string name)
    {
        var slash = destination.LastIndexOf('/');
        return slash == destination.Length - 1
            ? (TrimSlash(destination), name)
            : (slash < 0 ? "" : TrimSlash(destination[..(slash + 1)]), destination[(slash + 1)..]);
    }

    private static string Join(string folder, string name) => folder.EndsWith('/') ? folder + name : folder + "/" + name;

    public static string TrimSlash(string folder) => folder.Length > 1 ? folder.TrimEnd('/') : folder;
}
