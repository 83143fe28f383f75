using System.Collections.Immutable;
using Xoap.Images.Schemas;
using Xoap.Images.Schemas.Provisioners;

namespace Xoap.Images.Packaging;

/// <summary>What metadata an item may have, and which of them hold paths of the building machine.</summary>
/// <param name="itemType">The item type: <c>Provisioner</c>.</param>
/// <param name="textOf">The text of a metadatum; null or empty when the item does not say it.</param>
internal sealed class RoleVocabulary(string itemType, Func<string, string?> textOf)
{
    private readonly ImmutableArray<SettingSchema>[] _schemas = [.. SchemasOf(itemType, textOf)];

    public bool IsPath(string metadatum) => Find(metadatum)?.Format
        is SettingFormat.File or SettingFormat.Files or SettingFormat.Folder or SettingFormat.Path;

    public bool Knows(string metadatum) => Find(metadatum) is not null;

    private SettingSchema? Find(string metadatum) =>
        _schemas.Select(schemas => SettingName.Find(schemas.AsSpan(), metadatum)).FirstOrDefault(schema => schema is not null);

    private static IEnumerable<ImmutableArray<SettingSchema>> SchemasOf(string itemType, Func<string, string?> textOf)
    {
        if (ItemTypes.All.FirstOrDefault(type => type.Name == itemType) is { } known)
        {
            yield return known.Metadata;
        }

        if (itemType != ItemTypes.Provisioner.Name)
        {
            yield break;
        }

        // An Update need not say the type again.
        var types = TypeOf(textOf) is { } provisioner ? [provisioner] : ProvisionerTypes.Friendly;
        foreach (var type in types)
        {
            yield return type.Own;
            if (SchemaCatalog.FindProvisioner(type.Component) is { } component)
            {
                yield return component.Attributes;
            }
        }
    }

    private static ProvisionerType? TypeOf(Func<string, string?> textOf)
    {
        var type = ProvisionerTypes.Find(textOf("Type")?.Trim() ?? "");
        var isDownload = string.Equals(textOf("Direction")?.Trim(), FileCopy.DownloadDirection, StringComparison.OrdinalIgnoreCase);
        return type == FileCopy.Upload && isDownload ? FileCopy.Download : type;
    }
}
