using Xoap.Images.Diagnostics;
using Xoap.Images.Planning;
using Xoap.Images.Rendering;

namespace Xoap.Images.Tasks;

/// <summary>Renders a variant for this machine. It is pure but for the scripts it reads, so that a later stage may simply do it again.</summary>
internal static class VariantRendering
{
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
