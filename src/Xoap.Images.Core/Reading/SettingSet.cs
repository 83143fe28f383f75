using System.Collections.Immutable;
using Xoap.Images.Diagnostics;
using Xoap.Images.Model;
using Xoap.Images.Schemas;

namespace Xoap.Images.Reading;

/// <summary>Settings of one component, each attribute once, whatever name it was written with.</summary>
internal sealed class SettingSet(ReadingContext context)
{
    private readonly List<(Setting Setting, string WrittenAs)> _settings = [];
    private readonly List<BlockSetting> _inBlocks = [];
    private readonly List<PartSetting> _parts = [];

    /// <summary>In the order of their names.</summary>
    public ImmutableArray<BlockSetting> InBlocks => [.. _inBlocks];

    /// <summary>In the order of their names.</summary>
    public ImmutableArray<PartSetting> Parts => [.. _parts];

    public static Setting Of(SettingSchema schema, SettingValue value, Origin origin) =>
        new(schema.Name, value, schema.Impact, origin)
        {
            Files = schema.Format switch
            {
                SettingFormat.File => FileUse.File,
                SettingFormat.Files => FileUse.Files,
                SettingFormat.Folder => FileUse.Folder,
                _ => FileUse.None,
            },
        };

    /// <summary>Adds a value that was read; null stands for one that was not.</summary>
    public void Add(SettingValue? value, SettingSchema schema, string writtenAs, Origin origin)
    {
        if (value is null)
        {
            return;
        }

        foreach (var (setting, other) in _settings)
        {
            if (setting.Name == schema.Name)
            {
                if (!Same(setting.Value, value))
                {
                    context.Report(ReadingDiagnostics.SettingGivenTwice(origin, other, writtenAs, schema.Name));
                }

                return;
            }
        }

        _settings.Add((Of(schema, value, origin), writtenAs));
    }

    /// <summary>Adds what an alias says as a part of an attribute.</summary>
    public void Add(PartSetting part) => _parts.Add(part);

    /// <summary>Adds what an alias says inside a nested block.</summary>
    public void Add(SettingValue? value, SettingSchema schema, AliasBlock block, string writtenAs, Origin origin)
    {
        if (value is not null)
        {
            _inBlocks.Add(new BlockSetting(block, Of(schema, value, origin), writtenAs));
        }
    }

    /// <summary>In the schema's order, which does not depend on MSBuild's.</summary>
    public ImmutableArray<Setting> ToSettings(ComponentSchema? schema) => Ordered(_settings.ConvertAll(entry => entry.Setting), schema);

    /// <summary>The stronger settings, and what only the weaker ones say.</summary>
    public static ImmutableArray<Setting> Over(
        ImmutableArray<Setting> stronger, ImmutableArray<Setting> weaker, ComponentSchema schema)
    {
        if (weaker.IsEmpty)
        {
            return stronger;
        }

        var settings = new List<Setting>(stronger);
        foreach (var setting in weaker)
        {
            if (!settings.Exists(other => other.Name == setting.Name))
            {
                settings.Add(setting);
            }
        }

        return Ordered(settings, schema);
    }

    private static ImmutableArray<Setting> Ordered(List<Setting> settings, ComponentSchema? schema)
    {
        var ordered = ImmutableArray.CreateBuilder<Setting>(settings.Count);
        foreach (var attribute in settings.Count == 0 ? [] : schema!.Attributes)
        {
            foreach (var setting in settings)
            {
                if (setting.Name == attribute.Name)
                {
                    ordered.Add(setting);
                }
            }
        }

        return ordered.ToImmutable();
    }

    /// <summary>Lists are equal here only when they are the same text twice, which nobody writes.</summary>
    private static bool Same(SettingValue left, SettingValue right) => left == right;
}
