using System.Globalization;
using System.Numerics;
using Xoap.Images.Diagnostics;
using Xoap.Images.Model;
using Xoap.Images.Schemas;

namespace Xoap.Images.Reading;

/// <summary>A metadatum as an attribute of the item's Packer component.</summary>
internal sealed class AttributeReader(ReadingContext context)
{
    private readonly ValueReader _values = new(context);

    /// <summary>Reads one metadatum into the set; returns what is wrong with its name, which the item's defaults may excuse.</summary>
    public Diagnostic? Read(Item item, Vocabulary vocabulary, string name, string escaped, SettingSet component)
    {
        var origin = item.Origin.At(name);
        foreach (var managed in vocabulary.Managed)
        {
            if (SettingName.Same(managed.Name, name))
            {
                return ReadingDiagnostics.ManagedSetting(origin, name, vocabulary.Subject, managed.Instead);
            }
        }

        if (ReadAliases(vocabulary, name, escaped, origin, component))
        {
            return null;
        }

        if (SettingName.Find(vocabulary.Component!.Attributes.AsSpan(), name) is { } attribute)
        {
            if (attribute.Forbidden)
            {
                return LimitDiagnostics.SettingIsRefused(origin, name, vocabulary.Component.Name);
            }

            if (attribute.Deprecated)
            {
                context.Report(ReadingDiagnostics.Deprecated(origin, name, vocabulary.Component.Name));
            }

            component.Add(_values.Read(attribute, name, escaped, origin), attribute, name, origin);
            return null;
        }

        return Unknown(item, vocabulary, name, origin);
    }

    private bool ReadAliases(Vocabulary vocabulary, string name, string escaped, Origin origin, SettingSet component)
    {
        var found = false;
        foreach (var alias in vocabulary.Aliases)
        {
            if (!SettingName.Same(alias.Name, name))
            {
                continue;
            }

            found = true;
            var schema = vocabulary.Component!;
            if (alias.Block is { } block)
            {
                var inner = SettingName.Find(schema.Blocks.First(other => other.Name == block.Name).Attributes.AsSpan(), alias.Attribute)!;
                component.Add(Value(alias, inner, name, escaped, origin), inner, block, name, origin);
            }
            else if (SettingName.Find(schema.Attributes.AsSpan(), alias.Attribute)! is var attribute && !alias.IsPart)
            {
                component.Add(Value(alias, attribute, name, escaped, origin), attribute, name, origin);
            }
            else if (Number(alias, name, escaped, origin) is { } number)
            {
                component.Add(new PartSetting(alias, attribute, number, origin));
            }
        }

        return found;
    }

    private SettingValue? Value(SettingAlias alias, SettingSchema attribute, string name, string escaped, Origin origin)
    {
        if (alias is { Format: "{0}", Factor: 1 })
        {
            return _values.Read(attribute, name, escaped, origin);
        }

        return Number(alias, name, escaped, origin) is not { } native ? null
            : attribute.Type == SettingType.Number ? new SettingValue.Number(native)
            : new SettingValue.Text(alias.Format.Replace("{0}", native, StringComparison.Ordinal));
    }

    private string? Number(SettingAlias alias, string name, string escaped, Origin origin)
    {
        var number = new SettingSchema(name, SettingType.Number) { Format = SettingFormat.Integer, Min = 1 };
        return _values.Read(number, name, escaped, origin) is SettingValue.Number whole
            ? (BigInteger.Parse(whole.Value, CultureInfo.InvariantCulture) * alias.Factor).ToString(CultureInfo.InvariantCulture)
            : null;
    }

    private static Diagnostic Unknown(Item item, Vocabulary vocabulary, string name, Origin origin)
    {
        foreach (var block in vocabulary.Component!.Blocks)
        {
            if (SettingName.Same(block.Name, name))
            {
                var owner = item.Type == ItemTypes.Provisioner.Name ? "Provisioner" : "Builder";
                return ReadingDiagnostics.SettingIsABlock(origin, block.Name, vocabulary.BlockItem, $"{owner}=\"{item.Name}\"");
            }
        }

        foreach (var removed in vocabulary.Component.Removed)
        {
            if (SettingName.Same(removed.Name, name))
            {
                return LimitDiagnostics.SettingIsGone(origin, name, vocabulary.Component.Name, removed.LastVersion);
            }
        }

        return ReadingDiagnostics.UnknownSetting(
            origin, item.Type, item.Name, name, vocabulary.Subject, Suggestion.For(name, vocabulary.Names()));
    }
}
