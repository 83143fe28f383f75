using System.Collections.Immutable;

namespace Xoap.Images.Schemas;

/// <summary>A neutral name for a native attribute. A name may stand for several attributes.</summary>
/// <param name="Format">How the number becomes the native value, with <c>{0}</c> for it: <c>{0}G</c>.</param>
internal sealed record SettingAlias(string Name, string Attribute, string Format = "{0}")
{
    /// <summary>How many native units one of the alias is: 1024 where GB become MB.</summary>
    public long Factor { get; init; } = 1;

    /// <summary>The nested block that the attribute stands in; null: the component itself.</summary>
    public AliasBlock? Block { get; init; }

    /// <summary>The attribute is a map, and the alias one entry of it: <c>numvcpus</c> of <c>vmx_data</c>; null: it is none.</summary>
    public string? Key { get; init; }

    /// <summary>The attribute is a list of commands, and the alias the last word of one of them.</summary>
    public ImmutableArray<string> Command { get; init; } = [];

    /// <summary>The alias is a part of the attribute's value.</summary>
    public bool IsPart => Key is not null || !Command.IsEmpty;
}

/// <summary>The nested block of an alias: the first that fits, or a new one where there is none.</summary>
/// <param name="Kind">The attribute that tells blocks of the name apart; null: any fits.</param>
/// <param name="Values">What it may be in a block that fits; a new block gets the first.</param>
internal sealed record AliasBlock(string Name, string? Kind, ImmutableArray<string> Values)
{
    public AliasBlock(string name)
        : this(name, null, [])
    {
    }
}
