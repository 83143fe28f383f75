using Xoap.Images.Model;

namespace Xoap.Images.Rendering.Templates;

/// <summary>A script of the user's as the guest gets it: its text, or what its template gives.</summary>
internal static class ScriptText
{
    private const char Replacement = '\uFFFD';

    public static bool IsTemplated(Provisioner provisioner) =>
        provisioner.Find("Templated") is { Value: SettingValue.Flag { Value: true } };

    /// <summary>Null when the text was not read, or when its template is wrong, which has been reported.</summary>
    public static string? Of(StepBlocks blocks, string path)
    {
        var (draft, provisioner) = (blocks.Draft, blocks.Step.Provisioner);
        var text = draft.Texts.GetValueOrDefault(path);
        if (text is null || !IsTemplated(provisioner))
        {
            return text;
        }

        // What is not UTF-8 was read with replacement characters.
        if (text.Contains(Replacement, StringComparison.Ordinal))
        {
            draft.Diagnostics.Add(TemplateDiagnostics.NotText(provisioner.Find("Templated")!.Origin, path));
            return null;
        }

        var values = TemplateValues.Of(draft.Plan, provisioner.Find("TemplateVariables"));
        return TextTemplate.Render(path, text, values, draft.Diagnostics) is { } parts ? TextPart.Plain(parts) : null;
    }
}
