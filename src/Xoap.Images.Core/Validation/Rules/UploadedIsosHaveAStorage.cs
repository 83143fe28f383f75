using System.Collections.Immutable;
using Xoap.Images.Diagnostics;
using Xoap.Images.Model;
using Xoap.Images.Schemas;

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

            var answers = RuleScopes.AnswersOf(variant);
            Check(variant, null, variant.Component.Settings, null, diagnostics);
            foreach (var block in variant.Component.Blocks.Where(block => IsoBlocks.Contains(block.Name)))
            {
                Check(variant, block.Name, block.Settings, ReferenceEquals(block, answers) ? block.Origin : null, diagnostics);
            }
        }
    }

    /// <param name="answers">The block's place, when the answer file comes onto its CD.</param>
    private static void Check(Variant variant, string? block, ImmutableArray<Setting> settings, Origin? answers, DiagnosticBag diagnostics)
    {
        var uploaded = settings.FirstOrDefault(setting => setting.Name is "iso_url" or "iso_urls" or "cd_files" or "cd_content")?.Origin ?? answers;
        if (uploaded is not null && !settings.Any(setting => setting.Name == "iso_storage_pool"))
        {
            diagnostics.Add(HypervisorDiagnostics.NoStorageForIso(
                uploaded,
                variant.Name,
                block is null || uploaded.ItemType == ItemTypes.BuilderBlock.Name
                    ? "IsoStoragePool=\"…\""
                    : $"<BuilderBlock Include=\"…\" Builder=\"{variant.Name}\" Block=\"{block}\" IsoStoragePool=\"…\" />"));
        }
    }
}
