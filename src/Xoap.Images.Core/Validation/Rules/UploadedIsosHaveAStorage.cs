using System.Collections.Immutable;
using Xoap.Images.Diagnostics;
using Xoap.Images.Model;

namespace Xoap.Images.Validation.Rules;

/// <summary>Proxmox keeps an ISO that comes from elsewhere in a storage of its own, and has to be told in which.</summary>
internal static class UploadedIsosHaveAStorage
{
    private static readonly string[] IsoBlocks = ["boot_iso", "additional_iso_files"];

    public static void Check(ImageDefinition definition, ReadingTroubles troubles, DiagnosticBag diagnostics)
    {
        foreach (var (variant, _) in HypervisorVariants.Of(definition, troubles))
        {
            if (variant.Component.Name is not ("proxmox-iso" or "proxmox-clone"))
            {
                continue;
            }

            Check(variant, null, variant.Component.Settings, diagnostics);
            foreach (var block in variant.Component.Blocks.Where(block => IsoBlocks.Contains(block.Name)))
            {
                Check(variant, block.Name, block.Settings, diagnostics);
            }
        }
    }

    private static void Check(Variant variant, string? block, ImmutableArray<Setting> settings, DiagnosticBag diagnostics)
    {
        var uploaded = settings.FirstOrDefault(setting => setting.Name is "iso_url" or "iso_urls");
        if (uploaded is not null && !settings.Any(setting => setting.Name == "iso_storage_pool"))
        {
            diagnostics.Add(HypervisorDiagnostics.NoStorageForIso(
                uploaded.Origin,
                variant.Name,
                block is null ? "IsoStoragePool=\"…\"" : $"<BuilderBlock Include=\"…\" Builder=\"{variant.Name}\" Block=\"{block}\" IsoStoragePool=\"…\" />"));
        }
    }
}
