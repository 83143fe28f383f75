using Xoap.Images.Model;
using Xoap.Images.Rendering.AnswerFiles;
using Xoap.Images.Rendering.Hcl;

namespace Xoap.Images.Rendering;

/// <summary>The builder with its effective settings, and what follows from the image's name and version.</summary>
internal static class SourceBlock
{
    public static string Label(Variant variant)
    {
        var label = string.Create(variant.Name.Length, variant.Name, static (characters, name) =>
        {
            for (var index = 0; index < name.Length; index++)
            {
                characters[index] = char.IsAsciiLetterOrDigit(name[index]) || name[index] == '-' ? name[index] : '_';
            }
        });
        return char.IsAsciiLetter(label[0]) ? label : "_" + label;
    }

    /// <param name="medium">How an installer gets its answer file.</param>
    public static void Write(TemplateDraft draft, InstallerMedium medium)
    {
        var component = draft.Plan.Variant.Component;
        draft.Template.Open("source", component.Name, Label(draft.Plan.Variant));
        var makesImage = draft.Plan.Boot is null;
        var tags = makesImage ? ImageTags.Of(draft.Plan.Variant)?.Attribute : null;
        foreach (var setting in component.Settings.Where(setting => setting.Name != tags && !medium.Attributes.Any(ours => ours.Name == setting.Name)))
        {
            var (name, value) = draft.Hcl(setting);
            draft.Template.Attribute(name, value);
        }

        if (component.Name == "qemu")
        {
            WriteQemu(draft, component);
        }

        draft.Template.Attributes(medium.Attributes);
        if (makesImage)
        {
            ImageNames.Write(draft);
            LegacyGallery.Write(draft);
        }

        GuestBootstrap.Write(draft);
        if (makesImage)
        {
            ImageTags.WriteDescription(draft);
            ImageTags.Write(draft);
        }

        foreach (var block in medium.Blocks)
        {
            draft.Block(block, makesImage ? () => WriteImage(draft, block) : null);
        }

        WriteBackingFormat(draft, component);
        draft.Template.Close();
    }

    private static void WriteImage(TemplateDraft draft, SettingBlock block)
    {
        ImageNames.Write(draft, block);
        LegacyGallery.Write(draft, block);
    }

    private static void WriteQemu(TemplateDraft draft, Component component)
    {
        if (draft.Accelerator is { } accelerator && component.Find("accelerator") is null)
        {
            draft.Template.Attribute("accelerator", HclValue.Of(accelerator));
        }

        // Without keys to type, the ten seconds that Packer waits first are lost: it looks for SSH or WinRM anyway.
        if (component.Find("boot_wait") is null && component.Find("boot_command") is null
            && component.Find("boot_steps") is null)
        {
            draft.Template.Attribute("boot_wait", HclValue.Of("-1s"));
        }

        if (component.Find("headless") is null)
        {
            draft.Template.Attribute("headless", HclValue.Of(true));
        }
    }

    /// <summary>qemu-img wants the format of a backing file since QEMU 6.1; the bundled builder does not name it.</summary>
    private static void WriteBackingFormat(TemplateDraft draft, Component component)
    {
        if (component.Name != "qemu" || draft.Profile.Can(PackerCapability.RequiredPlugins)
            || component.Find("use_backing_file") is not { Value: SettingValue.Flag { Value: true } }
            || component.Blocks.Any(block => block.Name == "qemu_img_args"))
        {
            return;
        }

        draft.Template.Open("qemu_img_args");
        draft.Template.Attribute("create", HclValue.TextList("-F", "qcow2"));
        draft.Template.Close();
    }
}
