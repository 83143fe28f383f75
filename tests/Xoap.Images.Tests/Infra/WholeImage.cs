using Xoap.Images.Diagnostics;
using Xoap.Images.Files;
using Xoap.Images.Planning;
using Xoap.Images.Reading;
using Xoap.Images.Rendering;
using Xoap.Images.Validation;

namespace Xoap.Images.Tests.Infra;

/// <summary>A project's way to its rendered folder as a build goes it: read, checked, files looked at, planned, written and read again, rendered.</summary>
internal static class WholeImage
{
    /// <summary>The one variant's plan. Its keys depend on where the repository lies.</summary>
    public static BuildPlan Plan(ImageSourceBuilder project, DiagnosticBag diagnostics)
    {
        // How images are sealed has tests of its own.
        var definition = ImageReader.Read(project.Property("ImageSeal", "None").Property("ImageTestAnswerFile", "None").Build(), diagnostics);
        ImageRules.Check(definition, diagnostics);
        using var folder = new TempFolder();

        // Disk images are named, but lie nowhere.
        var ofSteps = Planner.Sources(definition).Where(request => request.Origin.ItemType != "OperatingSystem");
        var contents = SourceReader.Read(ofSteps, new HashCache(folder["hashes.txt"]), diagnostics);
        var plans = Planner.Plan(definition, contents, diagnostics);
        return Assert.Single(PlanJson.Read(PlanJson.Write(plans)));
    }

    public static BuildPlan Plan(ImageSourceBuilder project)
    {
        var diagnostics = new DiagnosticBag();
        var plan = Plan(project, diagnostics);
        Assert.Empty(diagnostics);
        return plan;
    }

    public static RenderedImage Render(ImageSourceBuilder project, PackerProfile profile)
    {
        var diagnostics = new DiagnosticBag();
        var image = RenderedFolder.Render(Plan(project), profile, diagnostics);
        Assert.Empty(diagnostics);
        return image;
    }

    /// <summary>What is said about a project on its whole way.</summary>
    public static Diagnostic[] Problems(ImageSourceBuilder project)
    {
        var diagnostics = new DiagnosticBag();
        var plan = Plan(project, diagnostics);
        if (!diagnostics.HasErrors)
        {
            RenderedFolder.Render(plan, RenderedFolder.Legacy, diagnostics);
        }

        return [.. diagnostics];
    }
}
