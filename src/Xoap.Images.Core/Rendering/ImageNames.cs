using System.Collections.Immutable;
using Xoap.Images.Model;
using Xoap.Images.Rendering.Hcl;
using Xoap.Images.Schemas;

namespace Xoap.Images.Rendering;

/// <summary>Writes the attributes of a builder that carry the image's name and version.</summary>
internal static class ImageNames
{
    /// <summary>Those of the component itself.</summary>
    public static void Write(TemplateDraft draft)
    {
        var component = draft.Plan.Variant.Component;
        foreach (var name in Of(draft))
        {
            if (name.Block is null && (name.Beside is null || component.Find(name.Beside) is not null))
            {
                draft.Template.Attribute(name.Attribute, Value(draft, name));
            }
        }
    }

    /// <summary>Those of a nested block that is being written; what the user gave stands.</summary>
    public static void Write(TemplateDraft draft, SettingBlock block)
    {
        foreach (var name in Of(draft))
        {
            if (name.Block == block.Name && !block.Settings.Any(setting => setting.Name == name.Attribute))
            {
                draft.Template.Attribute(name.Attribute, Value(draft, name));
            }
        }
    }

    public static HclValue Value(TemplateDraft draft, NamedAttribute name)
    {
        var parts = ImmutableArray.CreateBuilder<HclValue>();
        var rest = name.Form.AsSpan();
        while (!rest.IsEmpty)
        {
            var length = rest[0] == '{' ? rest.IndexOf('}') + 1 : rest.IndexOf('{');
            var part = length < 0 ? rest : rest[..length];
            parts.Add(Part(draft, name, part.ToString()));
            rest = rest[part.Length..];
        }

        return parts is [var only] ? only : new HclValue.Template(parts.ToImmutable());
    }

    private static HclValue Part(TemplateDraft draft, NamedAttribute name, string part) => part switch
    {
        "{name}" => HclValue.Of(name.NameOf(draft.Plan.ImageName)),
        "{version}" => HclValue.Variable(TemplateVariables.ImageVersion),
        "{output}" => HclValue.Variable(TemplateVariables.OutputDirectory),
        "{disk}" => HclValue.Of(IsRaw(draft.Plan.Variant.Component) ? ".img" : ".qcow2"),
        _ => HclValue.Of(part),
    };

    private static ImmutableArray<NamedAttribute> Of(TemplateDraft draft) => BuilderTypes.Find(draft.Plan.Variant.Type)?.Names ?? [];

    private static bool IsRaw(Component component) => component.Find("format") is { Value: SettingValue.Text { Value: "raw" } };
}
