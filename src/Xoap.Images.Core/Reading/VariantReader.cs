using System.Collections.Immutable;
using Xoap.Images.Diagnostics;
using Xoap.Images.Model;
using Xoap.Images.Reading.Sources;
using Xoap.Images.Schemas;

namespace Xoap.Images.Reading;

/// <summary>Builders, each with its connection and the operating system that fits it.</summary>
internal sealed class VariantReader(ProjectItems items, OperatingSystemReader systems, BlockReader blocks, ReadingContext context)
{
    private readonly SettingReader _reader = new(context);
    private readonly Dictionary<string, ItemSettings> _connections = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<BuilderType> _types = [];
    private readonly HashSet<(Origin Origin, string Name)> _unknown = [];

    /// <param name="filter">The property ImageBuilders: names joined by '+'.</param>
    public ImmutableArray<Variant> Read(string? filter)
    {
        var builders = items.Of(ItemTypes.Builder);
        if (builders.Count == 0)
        {
            context.Report(ProjectDiagnostics.NoBuilder(Origin.Root));
        }

        foreach (var item in items.Of(ItemTypes.Connection))
        {
            _connections.TryAdd(item.Name, _reader.ReadOurs(item, ItemTypes.Connection));
        }

        var chosen = Filter(builders, filter);
        foreach (var item in builders)
        {
            if (BuilderTypeOf.Item(item) is { } type && !_types.Contains(type))
            {
                _types.Add(type);
            }
        }

        var variants = ImmutableArray.CreateBuilder<Variant>(chosen.Count);
        foreach (var item in chosen)
        {
            if (Read(item) is { } variant)
            {
                variants.Add(variant);
            }
        }

        systems.CheckInstallers(variants);
        foreach (var connection in _connections.Values)
        {
            var isUsed = variants.Any(variant => string.Equals(variant.Connection, connection.Item.Name, StringComparison.OrdinalIgnoreCase));
            ConnectionSecrets.Check(connection, _types, isUsed, context);
        }

        return variants.ToImmutable();
    }

    private List<Item> Filter(IReadOnlyList<Item> builders, string? filter)
    {
        var names = filter?.Split('+', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var chosen = new List<Item>(builders.Count);
        foreach (var builder in builders)
        {
            if (names is null || names.Contains(builder.Name, StringComparer.OrdinalIgnoreCase))
            {
                chosen.Add(builder);
            }
        }

        if (chosen.Count == 0 && builders.Count > 0)
        {
            context.Report(ProjectDiagnostics.NoBuilderMatches(
                Origin.Property(ImageProperties.Builders), filter!, items.NamesOf(ItemTypes.Builder)));
            return chosen;
        }

        foreach (var name in names ?? [])
        {
            if (!chosen.Exists(builder => string.Equals(builder.Name, name, StringComparison.OrdinalIgnoreCase)))
            {
                context.Report(ProjectDiagnostics.OneBuilderDoesNotMatch(
                    Origin.Property(ImageProperties.Builders), name, items.NamesOf(ItemTypes.Builder)));
            }
        }

        return chosen;
    }

    private Variant? Read(Item item)
    {
        if (BuilderTypeOf.Item(item) is not { } type)
        {
            BuilderTypeOf.ReportMissing(item, context);
            return null;
        }

        var schema = SchemaCatalog.FindBuilder(type.Component)!;
        var subject = $"builder type {type.Name}";
        var words = new Vocabulary(ItemTypes.Builder, [], schema, subject) { Aliases = type.Aliases, Managed = type.Managed };
        var own = _reader.Read(item, words);
        var component = blocks.Add(new Component(type.Component, own.Component, []), schema, type.Managed, subject, item.Name);

        var (inBlocks, parts) = (own.InBlocks, own.Parts);
        var connection = ConnectionOf(own, type, "Connection");
        var tests = ConnectionOf(own, type, "TestConnection");
        var system = systems.Choose(item, type, BuilderRegion.Of(component.Settings, type));
        BaseSource? source = null;
        if (system is not null)
        {
            AddRest(system.Settings, ItemTypes.OperatingSystem);
            (component, source) = SourceSettings.Add(component, schema, system, $"'{item.Name}' ({type.Name})", context);
        }

        if (connection is not null)
        {
            AddRest(connection, ItemTypes.Connection);
        }

        if (system is not null)
        {
            component = component with { Settings = PlatformDefaults.Add(component.Settings, type, system.Platform, schema, item.Origin) };
            component = GuestDefaults.Add(component, system, schema, item.Origin);
            component = CloudSource.Add(component, type, system, schema, item.Name, context);
        }

        component = component with
        {
            Settings = AliasParts.Fill(component.Settings, parts, schema, context),
            Blocks = AliasBlocks.Fill(component.Blocks, inBlocks, schema, context),
        };
        component = BaseImageSettings.Effort(component, system);
        var (place, checksum) = source is null ? DiskSource.Of(component.Settings) : (source.Text, source.Checksum);
        return new Variant(
            item.Name, type.Name, type.Provider, component, system?.ToModel(place, checksum, schema), connection?.Item.Name, item.Origin)
        {
            TestLogin = tests is null ? [] : GuestLogin.Of(ReadRest(tests, words with { ItemType = ItemTypes.Connection }).Component),
        };

        void AddRest(ItemSettings shared, ItemType itemType)
        {
            var rest = ReadRest(shared, words with { ItemType = itemType });
            component = component with { Settings = SettingSet.Over(component.Settings, rest.Component, schema) };
            (inBlocks, parts) = (inBlocks.AddRange(rest.InBlocks), parts.AddRange(rest.Parts));
        }
    }

    /// <summary>What a shared item says to this component: not what is for another one; what nobody knows is said to the first.</summary>
    private ItemSettings ReadRest(ItemSettings shared, Vocabulary words)
    {
        var provider = shared.Text("Provider");
        var others = provider is null ? _types : _types.FindAll(type => type.Provider == provider || type.Provider == Providers.Any);
        var names = ImmutableArray.CreateBuilder<string>();
        foreach (var name in shared.Rest)
        {
            if (Knows(words.Component!, words.Aliases, name)
                || (!others.Exists(type => Knows(SchemaCatalog.FindBuilder(type.Component)!, type.Aliases, name))
                    && _unknown.Add((shared.Origin, name))))
            {
                names.Add(name);
            }
        }

        return _reader.Read(shared.Item, words, names.ToImmutable());
    }

    private static bool Knows(ComponentSchema schema, ImmutableArray<SettingAlias> aliases, string name) =>
        SettingName.Find(schema.Attributes.AsSpan(), name) is not null || aliases.Any(alias => SettingName.Same(alias.Name, name));

    private ItemSettings? ConnectionOf(ItemSettings builder, BuilderType type, string metadata)
    {
        if (builder.Find(metadata) is not { } setting)
        {
            return null;
        }

        var name = builder.Text(metadata)!;
        if (!_connections.TryGetValue(name, out var connection))
        {
            context.Report(ProjectDiagnostics.UnknownConnection(
                setting.Origin, builder.Item.Name, name, Suggestion.For(name, _connections.Keys)));
            return null;
        }

        if (connection.Text("Provider") is { } provider && type.Provider != Providers.Any && provider != type.Provider)
        {
            context.Report(ProjectDiagnostics.ConnectionOfOtherProvider(
                setting.Origin, builder.Item.Name, type.Provider, name, provider));
        }

        return connection;
    }
}
