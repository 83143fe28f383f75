using System.Collections.Immutable;
using Xoap.Images.Model;
using Xoap.Images.Rendering.Hcl;
using Xoap.Images.Schemas;

namespace Xoap.Images.Rendering;

/// <summary>The tags of a cloud's image: the builder's own, then the project's, then ours by which an image is found again.</summary>
internal static class ImageTags
{
    private const string Version = "xoap-image-version";
    private const string ContentKey = "xoap-content-key";

    /// <summary>The attribute that <see cref="Write"/> writes, the builder's own entries included; null: none.</summary>
    public static TagAttribute? Of(Variant variant) => BuilderTypes.Find(variant.Type)?.Tags;

    public static void Write(TemplateDraft draft)
    {
        if (Of(draft.Plan.Variant) is not { } rule)
        {
            return;
        }

        var own = draft.Plan.Variant.Component.Find(rule.Attribute);
        var entries = ImmutableArray.CreateBuilder<HclEntry>();
        if (own?.Value is SettingValue.Map map)
        {
            entries.AddRange(map.Entries.Select(entry => new HclEntry(entry.Key, draft.Hcl(entry.Value, own.Origin))));
        }

        foreach (var tag in draft.Plan.Tags)
        {
            var text = ((SettingValue.Text)tag.Value).Value;
            Add(rule.KeyOf(tag.Key), HclValue.Of(PackerText.Literal(rule.ValueOf(text))));
        }

        Add(TagAttribute.Image, HclValue.Of(rule.ValueOf(draft.Plan.ImageName)));
        Add(Version, HclValue.Variable(TemplateVariables.ImageVersion));
        Add(ContentKey, HclValue.Of(rule.ValueOf(draft.Plan.ContentKey.Key)));
        draft.Template.Attribute(rule.Attribute, new HclValue.Map(entries.ToImmutable()));

        void Add(string key, HclValue value)
        {
            if (!entries.Any(entry => string.Equals(entry.Name, key, StringComparison.OrdinalIgnoreCase)))
            {
                entries.Add(new HclEntry(key, value));
            }
        }
    }

    /// <summary>The image's description, where the builder takes one and its user gave none.</summary>
    public static void WriteDescription(TemplateDraft draft)
    {
        if (BuilderTypes.Find(draft.Plan.Variant.Type)?.Description is { } attribute
            && draft.Plan.Description.Length > 0
            && draft.Plan.Variant.Component.Find(attribute) is null)
        {
            draft.Template.Attribute(attribute, HclValue.Of(PackerText.Literal(draft.Plan.Description)));
        }
    }
}
