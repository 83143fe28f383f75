using Xoap.Images.Planning;
using Xoap.Images.Rendering.Hcl;

namespace Xoap.Images.Rendering;

/// <summary>A user's file as the template names it: a copy in the rendered folder, or the file itself when it is large.</summary>
internal static class StagedFile
{
    private const long LargestCopy = 16 * 1024 * 1024;
    private const string Folder = "files/";

    /// <summary>Where the files of a step are put; also how its upload shows in Packer's log.</summary>
    public static string FolderOf(PlannedStep step) => Folder + step.FileName + "/";

    public static HclValue Add(TemplateDraft draft, PlannedStep step, SourceFile file, string name) =>
        StaysInPlace(file) ? HclValue.Of(file.Path) : draft.Add(RenderedFile.Copy(FolderOf(step) + name, file.Path));

    /// <summary>Packer would read {{ in a path of the template as its own language; the copy's name is ours.</summary>
    public static bool StaysInPlace(SourceFile file) =>
        file.Length > LargestCopy && !file.Path.Contains("{{", StringComparison.Ordinal);

    /// <summary>The file's own name where that is harmless in a template, else a plain one with its extension.</summary>
    public static string SafeName(string path)
    {
        var name = Path.GetFileName(path);
        return ShellText.IsPlainPath(name) ? name : "file" + SafeExtension(path);
    }

    public static string SafeExtension(string path)
    {
        var extension = Path.GetExtension(path);
        return ShellText.IsPlainPath(extension) ? extension : "";
    }
}
