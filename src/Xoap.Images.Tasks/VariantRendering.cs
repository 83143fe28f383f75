using Xoap.Images.Diagnostics;
using Xoap.Images.Files;
using Xoap.Images.Planning;
using Xoap.Images.Rendering;
using Xoap.Images.Validation;

namespace Xoap.Images.Tasks;

/// <summary>Renders a variant for this machine. It is pure but for the scripts it reads, so that a later stage may simply do it again.</summary>
internal static class VariantRendering
{
    /// <summary>Makes the folder what was rendered, archives included.</summary>
    public static void Write(string folder, RenderedImage rendered) => FolderWriter.Write(
        folder,
        rendered.Files.Where(file => file.Archived.IsEmpty).Select(file => (file.Path, file.Text, file.CopyOf)),
        rendered.Files.Where(file => !file.Archived.IsEmpty).Select(file => (file.Path, file.Archived.Select(inside => (inside.Name, inside.CopyOf)))));

    /// <summary>Renders for the Packer that is going to run, after a look at what that one asks for.</summary>
    public static RenderedImage Checked(BuildPlan plan, Version packer, DiagnosticBag diagnostics)
    {
        var profile = PackerProfile.For(packer);
        LateRules.Check(plan.Variant, (schema, attribute) => ProfileCheck.Missing(profile, schema, attribute) is null, diagnostics);
        return Render(plan, packer, diagnostics);
    }

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
