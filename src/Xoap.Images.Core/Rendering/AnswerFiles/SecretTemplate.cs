using System.Collections.Immutable;
using System.Text;
using Xoap.Images.Diagnostics;
using Xoap.Images.Rendering.Hcl;
using Xoap.Images.Rendering.Templates;

namespace Xoap.Images.Rendering.AnswerFiles;

/// <summary>Text with secrets in it, for Packer or for the runner to fill in.</summary>
internal static class SecretTemplate
{
    /// <summary>Packer reads {{ in a builder's attributes as its own language, even where it comes from a file.</summary>
    public static HclValue Hcl(TemplateDraft draft, ImmutableArray<TextPart> parts) => new HclValue.Template(
    [
        .. parts.Select(part => part.Secret is null
            ? HclValue.Of(PackerText.Literal(part.Text))
            : new HclValue.Symbol(Escaped("var." + Name(draft, part), part.Escape))),
    ]);

    public static ImmutableArray<PrivatePart> Private(TemplateDraft draft, ImmutableArray<TextPart> parts) =>
        [.. parts.Select(part => new PrivatePart(part.Text, part.Secret is null ? null : Name(draft, part), part.Escape))];

    private static string Name(TemplateDraft draft, TextPart part) => draft.Secrets.NameOf(part.Secret!, Origin.Project);

    private static string Escaped(string expression, TextEscape escape)
    {
        switch (escape)
        {
            case TextEscape.Xml:
                foreach (var (character, entity) in TextEscapes.Xml)
                {
                    var call = new StringBuilder("replace(").Append(expression).Append(", ");
                    HclText.AppendQuoted(call, character);
                    call.Append(", ");
                    HclText.AppendQuoted(call, entity);
                    expression = call.Append(')').ToString();
                }

                return expression;
            case TextEscape.Json:
                return $"jsonencode({expression})";
            default:
                return expression;
        }
    }
}
