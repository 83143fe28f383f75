using System.Collections.Immutable;
using Xoap.Images.Diagnostics;
using Xoap.Images.Model;
using Xoap.Images.Schemas;

namespace Xoap.Images.Reading;

/// <summary>A nested block that stands for metadata of ours.</summary>
internal sealed class BlockSettings(ComponentSchema component, string name)
{
    private readonly BlockSchema _schema = component.Blocks.First(block => block.Name == name);
    private readonly ImmutableArray<Setting>.Builder _settings = ImmutableArray.CreateBuilder<Setting>();

    public void Add(string attribute, SettingValue value, Origin origin) =>
        _settings.Add(SettingSet.Of(SettingName.Find(_schema.Attributes.AsSpan(), attribute)!, value, origin));

    /// <summary>Adds what was given, if anything was.</summary>
    public void Add(string attribute, Setting? given)
    {
        if (given is not null)
        {
            Add(attribute, given.Value, given.Origin);
        }
    }

    public SettingBlock ToBlock(Origin origin) => new(name, _settings.ToImmutable(), [], origin);
}
