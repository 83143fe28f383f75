using System.Collections.Immutable;
using Xoap.Images.Diagnostics;
using Xoap.Images.Model;
using Xoap.Images.Schemas;

namespace Xoap.Images.Reading;

/// <summary>Hangs BuilderBlock and ProvisionerBlock items into the component of their owner.</summary>
internal sealed class BlockReader
{
    private const string ComponentItself = ".";

    private readonly ReadingContext _context;
    private readonly SettingReader _reader;
    private readonly ItemType _type;
    private readonly string _ownerMetadatum;
    private readonly Dictionary<string, List<ItemSettings>> _byOwner = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="type">BuilderBlock or ProvisionerBlock: its first metadatum names the owner.</param>
    public BlockReader(ProjectItems items, ItemType type, ItemType owners, ReadingContext context)
    {
        (_context, _reader, _type, _ownerMetadatum) = (context, new SettingReader(context), type, type.Metadata[0].Name);
        var known = new HashSet<string>(items.NamesOf(owners), StringComparer.OrdinalIgnoreCase);
        foreach (var item in items.Of(type))
        {
            var settings = _reader.Read(item, BlockVocabulary(null, type.Name), OursOf(item));
            if (!_reader.HasEnforced(settings, type))
            {
                continue;
            }

            var owner = settings.Text(_ownerMetadatum)!;
            if (!known.Contains(owner))
            {
                context.Report(ProjectDiagnostics.UnknownMember(
                    item.Origin.At(_ownerMetadatum), $"{type.Name} '{item.Name}'", _ownerMetadatum, owners.Name, owner,
                    Suggestion.For(owner, known)));
                continue;
            }

            if (!_byOwner.TryGetValue(owner, out var blocks))
            {
                _byOwner.Add(owner, blocks = []);
            }

            blocks.Add(settings);
        }
    }

    /// <summary>The component with its blocks, and with the attributes that Block="." gives it.</summary>
    /// <param name="subject">The owner's type for messages: <c>builder type Qemu</c>.</param>
    public Component Add(
        Component component, ComponentSchema schema, ImmutableArray<ManagedAttribute> managed, string subject, string owner)
    {
        if (!_byOwner.TryGetValue(owner, out var blocks))
        {
            return component;
        }

        var settings = component.Settings;
        foreach (var block in blocks)
        {
            if (block.Text("Block") == ComponentItself)
            {
                if (block.Find("In") is { } misplaced)
                {
                    _context.Report(ProjectDiagnostics.ComponentStandsInNoBlock(misplaced.Origin, block.Item.Name));
                }

                var more = _reader.Read(block.Item, BlockVocabulary(schema, subject) with { Managed = managed }).Component;
                settings = SettingSet.Over(more, settings, schema);
            }
        }

        var placed = new HashSet<ItemSettings>();
        var nested = Nested(blocks, parent: null, schema.Blocks, subject, placed);
        ReportUnplaced(blocks, placed);
        return component with { Settings = settings, Blocks = nested };
    }

    private ImmutableArray<SettingBlock> Nested(
        List<ItemSettings> blocks, string? parent, ImmutableArray<BlockSchema> schemas, string subject, HashSet<ItemSettings> placed)
    {
        var nested = ImmutableArray.CreateBuilder<SettingBlock>();
        var single = new HashSet<string>(StringComparer.Ordinal);
        foreach (var block in blocks)
        {
            var name = block.Text("Block")!;
            if (name == ComponentItself)
            {
                placed.Add(block);
                continue;
            }

            if (!string.Equals(block.Text("In"), parent, StringComparison.OrdinalIgnoreCase) || !placed.Add(block))
            {
                continue;
            }

            if (Find(schemas, name) is not { } schema)
            {
                _context.Report(ProjectDiagnostics.UnknownBlock(
                    block.Origin.At("Block"), name, subject, Suggestion.For(name, Names(schemas)), Names(schemas)));
                continue;
            }

            if (!schema.Repeatable && !single.Add(schema.Name))
            {
                _context.Report(ProjectDiagnostics.BlockStandsOnce(block.Origin, schema.Name, subject));
                continue;
            }

            var within = $"block {schema.Name}";
            var body = new ComponentSchema(ComponentKind.Builder, schema.Name, null, schema.Attributes, schema.Blocks, [])
            {
                Removed = schema.Removed,
            };
            var settings = _reader.Read(block.Item, BlockVocabulary(body, within)).Component;
            nested.Add(new SettingBlock(
                schema.Name, settings, Nested(blocks, block.Item.Name, schema.Blocks, within, placed), block.Origin));
        }

        return nested.ToImmutable();
    }

    private void ReportUnplaced(List<ItemSettings> blocks, HashSet<ItemSettings> placed)
    {
        foreach (var block in blocks)
        {
            if (placed.Contains(block))
            {
                continue;
            }

            var parent = block.Text("In")!;
            var origin = block.Origin.At("In");
            if (blocks.Exists(other => string.Equals(other.Item.Name, parent, StringComparison.OrdinalIgnoreCase)))
            {
                if (!ParentFailed(blocks, placed, parent))
                {
                    _context.Report(ProjectDiagnostics.BlocksStandInEachOther(origin, block.Item.Name));
                }
            }
            else
            {
                _context.Report(ProjectDiagnostics.UnknownBlockParent(
                    origin, block.Item.Name, parent, Suggestion.For(parent, blocks.Select(other => other.Item.Name))));
            }
        }
    }

    /// <summary>A block in one that was reported itself is not worth a second message.</summary>
    private static bool ParentFailed(List<ItemSettings> blocks, HashSet<ItemSettings> placed, string parent) =>
        blocks.Exists(other => placed.Contains(other) && string.Equals(other.Item.Name, parent, StringComparison.OrdinalIgnoreCase));

    private Vocabulary BlockVocabulary(ComponentSchema? schema, string subject) =>
        new(_type, [], schema, subject) { ReservesNothing = true };

    private ImmutableArray<string> OursOf(Item item)
    {
        var names = ImmutableArray.CreateBuilder<string>();
        foreach (var schema in _type.Metadata)
        {
            if (item.Metadata.ContainsKey(schema.Name))
            {
                names.Add(schema.Name);
            }
        }

        return names.ToImmutable();
    }

    private static BlockSchema? Find(ImmutableArray<BlockSchema> schemas, string name)
    {
        foreach (var schema in schemas)
        {
            if (SettingName.Same(schema.Name, name))
            {
                return schema;
            }
        }

        return null;
    }

    private static IEnumerable<string> Names(ImmutableArray<BlockSchema> schemas) => schemas.Select(schema => schema.Name);
}
