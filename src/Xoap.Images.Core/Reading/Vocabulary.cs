using System.Collections.Immutable;
using Xoap.Images.Schemas;

namespace Xoap.Images.Reading;

/// <summary>The names that an item's metadata may have, from the most to the least our own.</summary>
/// <param name="ItemType">Our item type with its metadata.</param>
/// <param name="Own">What only the friendly type has.</param>
/// <param name="Component">The Packer component behind it; null when the item stands for none.</param>
/// <param name="Subject">The type as messages name it: <c>provisioner type File</c>.</param>
internal sealed record Vocabulary(ItemType ItemType, ImmutableArray<SettingSchema> Own, ComponentSchema? Component, string Subject)
{
    public ImmutableArray<SettingAlias> Aliases { get; init; } = [];

    public ImmutableArray<ManagedAttribute> Managed { get; init; } = [];

    /// <summary>Every other name is a component's attribute too; nothing is reserved (nested blocks).</summary>
    public bool ReservesNothing { get; init; }

    /// <summary>The item type of nested blocks.</summary>
    public string BlockItem => ItemType == ItemTypes.Provisioner ? ItemTypes.ProvisionerBlock.Name : ItemTypes.BuilderBlock.Name;

    public static Vocabulary Of(ItemType itemType) => new(itemType, [], null, itemType.Name);

    /// <summary>All names as metadata are written, for did-you-mean.</summary>
    public IEnumerable<string> Names()
    {
        foreach (var metadatum in ItemType.Metadata)
        {
            yield return metadatum.Name;
        }

        foreach (var setting in Own)
        {
            yield return setting.Name;
        }

        foreach (var alias in Aliases)
        {
            yield return alias.Name;
        }

        foreach (var attribute in Component?.Attributes ?? [])
        {
            yield return SettingName.ToMetadata(attribute.Name);
        }
    }
}
