using System.Collections.Immutable;
using Xoap.Images.Schemas;

namespace Xoap.Images.Reading;

/// <summary>Secrets of connections, whether a builder reads them or not: a project is shared with all that stands in it.</summary>
internal static class ConnectionSecrets
{
    /// <param name="known">Types that builders of the project have.</param>
    /// <param name="isUsed">The connection's builders have read what is theirs.</param>
    public static void Check(ItemSettings connection, IReadOnlyList<BuilderType> known, bool isUsed, ReadingContext context)
    {
        var provider = connection.Text("Provider");
        var types = isUsed ? known : [.. known, .. BuilderTypes.Friendly.Where(type => provider is null || type.Provider == provider)];
        foreach (var name in connection.Rest)
        {
            if (Secret(types, name) is { } schema)
            {
                var text = MsBuildText.Unescape(MsBuildText.Trim(connection.Item.Metadata[name]));
                SecretText.Read(schema, SettingKind.Text, name, text, connection.Origin.At(name), context);
            }
        }
    }

    /// <summary>The attribute, if it is a secret to every component that has it.</summary>
    private static SettingSchema? Secret(IReadOnlyList<BuilderType> types, string name)
    {
        var found = types.Select(type => SettingName.Find(SchemaCatalog.FindBuilder(type.Component)!.Attributes.AsSpan(), name))
            .OfType<SettingSchema>().ToImmutableArray();
        return found.Length > 0 && found.All(schema => schema.Secret) ? found[0] : null;
    }
}
