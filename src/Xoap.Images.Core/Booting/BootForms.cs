using Xoap.Images.Model;

namespace Xoap.Images.Booting;

/// <summary>How the image of each of Packer's builders is booted, or why it cannot be.</summary>
internal static class BootForms
{
    private static readonly Dictionary<string, Func<BootDraft, Component?>> ByComponent = new()
    {
        ["null"] = draft => draft.Component,
        ["qemu"] = QemuBoot.Of,
    };

    /// <summary>What to do instead, as the end of a sentence.</summary>
    private static readonly Dictionary<string, string> NotBooted = new()
    {
        ["file"] = "It makes a file, which holds no machine",
    };

    /// <summary>The component that starts the image and makes nothing of it; null after a diagnostic.</summary>
    public static Component? Of(BootDraft draft)
    {
        if (ByComponent.TryGetValue(draft.Component.Name, out var form))
        {
            return form(draft);
        }

        draft.Diagnostics.Add(BootDiagnostics.NothingBoots(
            draft.Origin, draft.Builder, NotBooted.GetValueOrDefault(draft.Component.Name, "It is not known how")));
        return null;
    }
}
