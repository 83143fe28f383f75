using Xoap.Images.Diagnostics;
using Xoap.Images.Model;

namespace Xoap.Images.Validation.Rules;

/// <summary>An installer asks; an answer file, typed keys, or files that are handed to it have to answer.</summary>
internal static class InstallersHaveAnswers
{
    private static readonly string[] Attributes =
    [
        "boot_command", "boot_steps", "cd_content", "cd_files", "cloud_init", "floppy_content", "floppy_dirs", "floppy_files", "floppy_img_path",
        "http_content", "http_directory", "secondary_iso_images", "user_data",
    ];

    private static readonly string[] Blocks = ["additional_iso_files"];

    public static void Check(ImageDefinition definition, ReadingTroubles troubles, DiagnosticBag diagnostics)
    {
        foreach (var (variant, system) in HypervisorVariants.Of(definition, troubles))
        {
            if (HypervisorVariants.Installs(variant) && system.Find("AnswerFile") is null
                && !Attributes.Any(name => variant.Component.Find(name) is not null)
                && !variant.Component.Blocks.Any(block => Blocks.Contains(block.Name)))
            {
                diagnostics.Add(HypervisorDiagnostics.NoAnswers(variant.Origin, variant.Name, system.Name));
            }
        }
    }
}
