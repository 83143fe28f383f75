using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Xoap.Images.Diagnostics;

namespace Xoap.Images.Model;

/// <summary>A named, typed value with the place it was written at.</summary>
/// <param name="Name">Packer's attribute name (<c>disk_size</c>), or our own metadatum's (<c>RunAs</c>).</param>
/// <param name="Impact">What a change of the value means for the image.</param>
internal sealed record Setting(string Name, SettingValue Value, Impact Impact, Origin Origin)
{
    /// <summary>Whether the value names files on the building machine whose contents count.</summary>
    public FileUse Files { get; init; }
}

/// <summary>What a setting's text says about files on the building machine.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FileUse>))]
internal enum FileUse
{
    /// <summary>It names none, or one whose content does not count (a key file).</summary>
    None,

    /// <summary>Each text is the absolute path of a folder, which has to be there; what is in it does not count.</summary>
    Folder,

    /// <summary>Each text is the absolute path of one file.</summary>
    File,

    /// <summary>Each text is the absolute path of a file or folder, or a glob.</summary>
    Files,

    /// <summary>Each text is the absolute path of a folder or of a zip archive, whose list of files counts too.</summary>
    Package,
}

/// <summary>A nested block of a Packer component.</summary>
internal sealed record SettingBlock(
    string Name, ImmutableArray<Setting> Settings, ImmutableArray<SettingBlock> Blocks, Origin Origin);

/// <summary>What a change of a value means (design: content key and target key).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Impact>))]
internal enum Impact
{
    /// <summary>It changes what is inside the image.</summary>
    Content,

    /// <summary>It changes where the image is put, or how it is named, tagged, sized or shared.</summary>
    Target,

    /// <summary>It changes only how the build goes about it: timeouts, retries, credentials, displays.</summary>
    Effort,
}
