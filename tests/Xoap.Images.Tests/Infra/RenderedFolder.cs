using Xoap.Images.Diagnostics;
using Xoap.Images.Files;
using Xoap.Images.Model;
using Xoap.Images.Planning;
using Xoap.Images.Rendering;

namespace Xoap.Images.Tests.Infra;

/// <summary>A plan rendered to disk, ready for Packer.</summary>
internal sealed class RenderedFolder : IDisposable
{
    private readonly TempFolder _folder = new();

    private RenderedFolder(RenderedImage image)
    {
        Image = image;
        CopyTo(Path);
    }

    public RenderedImage Image { get; }

    public string Path => _folder.Path;

    public static PackerProfile Legacy { get; } = PackerProfile.For(new Version(1, 6, 6));

    /// <summary>One provisioner on a null builder with these settings.</summary>
    public static RenderedFolder Of(Setting[] builder, params Provisioner[] provisioners) =>
        Of(Plan(A.Null(builder), provisioners), Legacy);

    public static RenderedFolder Of(BuildPlan plan, PackerProfile profile)
    {
        var diagnostics = new DiagnosticBag();
        var image = Render(plan, profile, diagnostics);
        Assert.Empty(diagnostics);
        return new RenderedFolder(image);
    }

    public static RenderedImage Render(BuildPlan plan, PackerProfile profile, DiagnosticBag diagnostics)
    {
        var texts = TemplateRenderer.Texts(plan).ToDictionary(path => path, File.ReadAllText);
        return TemplateRenderer.Render(plan, profile, texts, diagnostics);
    }

    /// <summary>The plan of an image with these provisioners; what their settings name is looked up on the disk.</summary>
    public static BuildPlan Plan(Variant variant, params Provisioner[] provisioners)
    {
        var definition = A.Image(provisioners) with { Variants = [variant] };
        var contents = new SourceContents();
        foreach (var request in Planner.Sources(definition))
        {
            contents.Add(Look(request.Path));
        }

        return A.Plan(definition, contents);
    }

    public Task<string> Build(params (string Name, string Value)[] environment) =>
        Packer.Succeeds(Path, ["build", "-color=false", "."], environment);

    public void CopyTo(string folder)
    {
        foreach (var file in Image.Files)
        {
            var path = System.IO.Path.Combine(folder, file.Path);
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
            if (!file.Archived.IsEmpty)
            {
                ArchiveFile.Write(path, file.Archived.Select(inside => (inside.Name, inside.CopyOf)));
            }
            else if (file.Text is not null)
            {
                File.WriteAllText(path, file.Text);
            }
            else
            {
                File.Copy(file.CopyOf!, path);
            }
        }
    }

    public void Dispose() => _folder.Dispose();

    private static SourceFiles Look(string path)
    {
        var root = path.Contains('*', StringComparison.Ordinal) ? System.IO.Path.GetDirectoryName(path)! : path;
        if (!Directory.Exists(root))
        {
            return new SourceFiles(path, false, [Found(path, System.IO.Path.GetFileName(path))]);
        }

        var pattern = root == path ? "*" : System.IO.Path.GetFileName(path);
        var option = root == path ? SearchOption.AllDirectories : SearchOption.TopDirectoryOnly;
        return new SourceFiles(
            path,
            root == path,
            [
                .. Directory.GetFiles(root, pattern, option)
                    .Order(StringComparer.Ordinal)
                    .Select(file => Found(file, System.IO.Path.GetRelativePath(root, file))),
            ]);
    }

    private static SourceFile Found(string path, string relative) =>
        new(path, relative, File.Exists(path) ? new FileInfo(path).Length : 0, "");
}
