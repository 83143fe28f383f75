using System.Collections.Immutable;
using Xoap.Images.Model;

namespace Xoap.Images.Schemas;

/// <summary>What one setting accepts.</summary>
/// <param name="Name">Packer's attribute (<c>disk_size</c>) or our metadatum (<c>RunAs</c>).</param>
internal sealed record SettingSchema(string Name, SettingType Type)
{
    public Impact Impact { get; init; } = Impact.Content;

    public SettingFormat Format { get; init; }

    /// <summary>The component always fails without it.</summary>
    public bool Enforced { get; init; }

    /// <summary>Known to hold a secret: a literal is an error.</summary>
    public bool Secret { get; init; }

    /// <summary>A metadatum of an item type that may be a secret or an expression; the others are text.</summary>
    public bool Refers { get; init; }

    /// <summary>Has to be known before Packer runs: neither a secret nor an expression.</summary>
    public bool Plain { get; init; }

    public ImmutableArray<string> Allowed { get; init; } = [];

    /// <summary>Any value outside <see cref="Allowed"/> is an error.</summary>
    public bool AllowedStrict { get; init; }

    public bool AllowedIgnoreCase { get; init; }

    public long? Min { get; init; }

    public long? Max { get; init; }

    public long? MultipleOf { get; init; }

    public int? MinLength { get; init; }

    public int? MaxLength { get; init; }

    /// <summary>Entries of a list or map.</summary>
    public int? MaxItems { get; init; }

    /// <summary>A regular expression that each text matches.</summary>
    public string? Pattern { get; init; }

    /// <summary>The component knows the name and refuses every value.</summary>
    public bool Forbidden { get; init; }

    /// <summary>Environment variables that the component itself reads when the attribute is not set.</summary>
    public ImmutableArray<string> Env { get; init; } = [];

    public string? Default { get; init; }

    public bool Deprecated { get; init; }

    /// <summary>First release of the plugin (of Packer for built-in components) that has it; null: always.</summary>
    public string? Since { get; init; }
}

/// <summary>What a text or number stands for beyond its type.</summary>
internal enum SettingFormat
{
    None,

    /// <summary>15m, 1h30m or hh:mm:ss.</summary>
    Duration,

    Integer,

    /// <summary>Digits and a unit of b, k, m, g or t: 40G.</summary>
    Size,

    /// <summary>A file on the building machine, relative to the project; its content counts.</summary>
    File,

    /// <summary>A file, folder or glob on the building machine, relative to the project; the contents count.</summary>
    Files,

    /// <summary>A folder on the building machine, relative to the project; what is in it does not count.</summary>
    Folder,

    /// <summary>A path or URL that Packer or QEMU opens itself (a key file, a base disk): its content does not count here.</summary>
    Path,
}
