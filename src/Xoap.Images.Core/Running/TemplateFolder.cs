using Xoap.Images.Diagnostics;
using Xoap.Images.Files;
using Xoap.Images.Planning;
using Xoap.Images.Rendering;

namespace Xoap.Images.Running;

/// <summary>Renders a plan for this machine. It is pure but for the scripts it reads, so that a later stage may simply do it again.</summary>
internal static class TemplateFolder
{
    /// <summary>Makes the folder what was rendered, archives included.</summary>
    public static void Write(string folder, RenderedImage rendered) => FolderWriter.Write(
        folder,
        rendered.Files.Where(file => file.Archived.IsEmpty).Select(file => (file.Path, file.Text, file.CopyOf)),
        rendered.Files.Where(file => !file.Archived.IsEmpty).Select(file => (file.Path, file.Archived.Select(inside => (inside.Name, inside.CopyOf)))));

    public static RenderedImage Render(BuildPlan plan, Version packer, DiagnosticBag diagnostics)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var path in TemplateRenderer.Texts(plan))
        {
            texts[path] = File.ReadAllText(path);
        }

        return TemplateRenderer.Render(plan, PackerProfile.For(packer), texts, diagnostics, QemuAccelerator.OfThisMachine());
    }
}
