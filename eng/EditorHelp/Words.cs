using System.Collections.Immutable;

namespace Xoap.Images.EditorHelp;

/// <summary>What an editor knows of a project.</summary>
internal sealed record Words(ImmutableArray<ItemWord> Items, ImmutableArray<Word> Properties, ImmutableArray<Word> Targets);

/// <summary>An item type and its metadata.</summary>
/// <param name="Metadata">Its own, and those that it does not share.</param>
/// <param name="Shared">The components' attributes that several item types have; null: none.</param>
internal sealed record ItemWord(string Name, string Description, ImmutableArray<Word> Metadata, SharedWords? Shared)
{
    public IEnumerable<Word> All => Metadata.Concat(Shared?.Words ?? []);
}

/// <summary>Metadata that several item types have.</summary>
internal sealed record SharedWords(string Name, ImmutableArray<Word> Words);

/// <summary>A metadatum, a property or a target.</summary>
internal sealed record Word(string Name, string Description)
{
    public WordKind Kind { get; init; }

    public bool IsList { get; init; }

    public bool IsRequired { get; init; }

    /// <summary>An attribute of Packer's: there are hundreds, so that they are explained once each.</summary>
    public bool IsComponents { get; init; }

    /// <summary>Values to offer; others are taken too, because a value may be an expression.</summary>
    public ImmutableArray<Choice> Choices { get; init; } = [];
}

/// <summary>A value to offer.</summary>
internal sealed record Choice(string Value, string Description);

internal enum WordKind
{
    Text,
    Flag,
    Integer,
    Path,
}
