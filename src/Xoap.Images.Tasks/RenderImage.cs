using Microsoft.Build.Framework;
using Xoap.Images.Diagnostics;
using Xoap.Images.Rendering;
using Xoap.Images.Running;
using Xoap.Images.Tasks.Items;

namespace Xoap.Images.Tasks;

/// <summary>Writes one folder per variant, which <c>packer build .</c> runs as it stands.</summary>
[MSBuildMultiThreadableTask]
public sealed class RenderImage : ImageTask
{
    /// <summary>The variants to render.</summary>
    [Required]
    public ITaskItem[] Variants { get; set; } = [];

    /// <summary>Whether the folders are going to be run; if so, the installed Packer counts.</summary>
    public bool ImageBuild { get; set; }

    /// <summary>The program; empty: the first <c>packer</c> on PATH.</summary>
    public string PackerPath { get; set; } = "";

    /// <summary>The version to render for when nothing is built.</summary>
    public string PackerVersion { get; set; } = "";

    /// <summary>The resolved.json of ResolveImage.</summary>
    [Required]
    public string ResolvedFile { get; set; } = "";

    /// <summary>The parent of the folders.</summary>
    [Required]
    public string RenderedFolder { get; set; } = "";

    /// <summary>The program that was found, for the next stage.</summary>
    [Output]
    public string InstalledPacker { get; private set; } = "";

    /// <summary>Its version.</summary>
    [Output]
    public string InstalledVersion { get; private set; } = "";

    private protected override void Run(ItemLocator locator, DiagnosticBag diagnostics, CancellationToken cancellationToken)
    {
        if (VersionToRenderFor(diagnostics, cancellationToken) is not { } version)
        {
            return;
        }

        var folders = new List<(string Folder, RenderedImage Rendered)>();
        foreach (var plan in ResolvedPlans.Read(BuildEngine, ResolvedFile))
        {
            if (VariantItem.Has(Variants, plan.Variant.Name))
            {
                folders.Add((Path.Combine(RenderedFolder, plan.Variant.Name), VariantRendering.Checked(plan, version, diagnostics)));
            }
        }

        if (diagnostics.HasErrors)
        {
            return;
        }

        foreach (var (folder, rendered) in folders)
        {
            TemplateFolder.Write(folder, rendered);
            if (!ImageBuild)
            {
                Results.Show(Log, ProjectFile, folder, "rendered, not built");
            }
        }
    }

    /// <summary>The installed one when it is going to run; otherwise the one that is asked for, the installed one, or the newest known.</summary>
    private Version? VersionToRenderFor(DiagnosticBag diagnostics, CancellationToken cancellationToken)
    {
        if (!ImageBuild && PackerVersion.Length > 0)
        {
            return PackerProperties.Version(PackerVersion, diagnostics);
        }

        var environment = BuildEnvironment.Variables();
        var program = PackerPath.Length > 0 ? PackerPath : "packer";
        if (!ImageBuild && ProgramPath.Find(program, environment.GetValueOrDefault("PATH")) is null)
        {
            return PackerProfile.Newest.Version;
        }

        var packer = Running.PackerVersion.ReadAsync(program, environment, diagnostics, TimeProvider.System, cancellationToken)
            .GetAwaiter().GetResult();
        InstalledPacker = packer?.Path ?? "";
        InstalledVersion = packer?.Version.ToString() ?? "";
        return packer?.Version;
    }
}
