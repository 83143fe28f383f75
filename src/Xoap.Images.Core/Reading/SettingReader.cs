using System.Collections.Immutable;
using System.Globalization;
using Xoap.Images.Diagnostics;
using Xoap.Images.Model;
using Xoap.Images.Schemas;

namespace Xoap.Images.Reading;

/// <summary>Sorts an item's metadata by whose they are, and types them.</summary>
internal sealed class SettingReader(ReadingContext context)
{
    private readonly ValueReader _values = new(context);
    private readonly AttributeReader _components = new(context);

    /// <summary>Reads every metadatum; an unknown one is an error unless ItemDefinitionGroup gave it.</summary>
    public ItemSettings Read(Item item, Vocabulary vocabulary) => Read(item, vocabulary, SortedNames(item), collectRest: false);

    /// <summary>Reads our own metadata and leaves the others to whom the item is given to.</summary>
    public ItemSettings ReadOurs(Item item, ItemType itemType) =>
        Read(item, Vocabulary.Of(itemType), SortedNames(item), collectRest: true);

    /// <summary>Reads some of the metadata, as a component's.</summary>
    public ItemSettings Read(Item item, Vocabulary vocabulary, ImmutableArray<string> names) =>
        Read(item, vocabulary, names, collectRest: false);

    /// <summary>Reports our metadata without which an item means nothing.</summary>
    public bool HasEnforced(ItemSettings settings, ItemType itemType)
    {
        var complete = true;
        foreach (var schema in itemType.Metadata)
        {
            if (schema.Enforced && settings.Find(schema.Name) is null)
            {
                complete = false;
                if (!settings.Item.Metadata.TryGetValue(schema.Name, out var text) || text.Length == 0)
                {
                    context.Report(ReadingDiagnostics.MetadatumMissing(
                        settings.Origin, itemType.Name, settings.Item.Name, schema.Name, Expected(schema)));
                }
            }
        }

        return complete;
    }

    private ItemSettings Read(Item item, Vocabulary vocabulary, ImmutableArray<string> names, bool collectRest)
    {
        var ours = ImmutableArray.CreateBuilder<Setting>();
        var own = ImmutableArray.CreateBuilder<Setting>();
        var component = new SettingSet(context);
        var rest = ImmutableArray.CreateBuilder<string>();
        foreach (var name in names)
        {
            var escaped = item.Metadata[name];
            if (MsBuildText.Trim(escaped).Length == 0)
            {
                continue; // MSBuild cannot tell an empty metadatum from none.
            }

            if (SettingName.Find(vocabulary.ItemType.Metadata.AsSpan(), name) is { } metadatum)
            {
                Add(ours, metadatum, name, escaped, item.Origin, literal: !metadatum.Refers);
            }
            else if (SettingName.Find(vocabulary.Own.AsSpan(), name) is { } ownSetting)
            {
                Add(own, ownSetting, name, escaped, item.Origin, literal: false);
            }
            else if (!vocabulary.ReservesNothing && Contains(ItemTypes.Reserved, name))
            {
                Report(item, name, escaped, ReadingDiagnostics.ReservedSetting(
                    item.Origin.At(name), item.Type, item.Name, name, vocabulary.BlockItem));
            }
            else if (collectRest)
            {
                rest.Add(name);
            }
            else
            {
                if (_components.Read(item, vocabulary, name, escaped, component) is { } problem)
                {
                    Report(item, name, escaped, problem);
                }
            }
        }

        return new ItemSettings(
            item, InOrder(ours, vocabulary.ItemType.Metadata), InOrder(own, vocabulary.Own), component.ToSettings(vocabulary.Component),
            rest.ToImmutable())
        {
            InBlocks = component.InBlocks,
            Parts = component.Parts,
        };
    }

    /// <summary>A default of ItemDefinitionGroup is meant for the types that know it.</summary>
    private void Report(Item item, string name, string escaped, Diagnostic diagnostic)
    {
        if (!item.Defaults.TryGetValue(name, out var value) || value != escaped)
        {
            context.Report(diagnostic);
        }
    }

    private void Add(
        ImmutableArray<Setting>.Builder settings, SettingSchema schema, string name, string escaped, Origin origin, bool literal)
    {
        if (_values.Read(schema, name, escaped, origin.At(name), literal) is { } value)
        {
            settings.Add(SettingSet.Of(schema, value, origin.At(name)));
        }
    }

    private static ImmutableArray<string> SortedNames(Item item)
    {
        var names = new string[item.Metadata.Count];
        var index = 0;
        foreach (var entry in item.Metadata)
        {
            names[index++] = entry.Key;
        }

        Array.Sort(names, StringComparer.OrdinalIgnoreCase);
        return ImmutableArray.Create(names);
    }

    /// <summary>As the schema lists them, so that the order never depends on MSBuild.</summary>
    private static ImmutableArray<Setting> InOrder(ImmutableArray<Setting>.Builder settings, ImmutableArray<SettingSchema> schemas)
    {
        if (settings.Count < 2)
        {
            return settings.ToImmutable();
        }

        var ordered = ImmutableArray.CreateBuilder<Setting>(settings.Count);
        foreach (var schema in schemas)
        {
            foreach (var setting in settings)
            {
                if (setting.Name == schema.Name)
                {
                    ordered.Add(setting);
                }
            }
        }

        return ordered.ToImmutable();
    }

    private static bool Contains(ImmutableArray<string> names, string name)
    {
        foreach (var candidate in names)
        {
            if (SettingName.Same(candidate, name))
            {
                return true;
            }
        }

        return false;
    }

    private static string Expected(SettingSchema schema) =>
        schema.Allowed.IsEmpty ? "" : string.Create(CultureInfo.InvariantCulture, $" with one of: {string.Join(", ", schema.Allowed)}");
}
