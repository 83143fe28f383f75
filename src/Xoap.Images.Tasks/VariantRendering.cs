using Xoap.Images.Diagnostics;
using Xoap.Images.Planning;
using Xoap.Images.Rendering;
using Xoap.Images.Running;
using Xoap.Images.Validation;

namespace Xoap.Images.Tasks;

/// <summary>Renders a variant for the Packer that is going to run, after a look at what that one asks for.</summary>
internal static class VariantRendering
{
    public static RenderedImage Checked(BuildPlan plan, Version packer, DiagnosticBag diagnostics)
    {
        var profile = PackerProfile.For(packer);
        LateRules.Check(plan.Variant, (schema, attribute) => ProfileCheck.Missing(profile, schema, attribute) is null, diagnostics);
        return TemplateFolder.Render(plan, packer, diagnostics);
    }
}
