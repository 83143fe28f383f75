using System.Collections.Immutable;

namespace Xoap.Images.Schemas;

/// <summary>One way in which a builder takes what it starts from.</summary>
/// <param name="Component">Packer's builder: <c>vsphere-iso</c>.</param>
/// <param name="Places">Where the source may lie.</param>
/// <param name="Attribute">The attribute that names it: <c>iso_paths</c>.</param>
internal sealed record SourceForm(
    string Component, SourceKind Kind, ImmutableArray<SourcePlace> Places, string Attribute)
{
    /// <summary>The nested block that the attribute stands in; null: the component itself.</summary>
    public string? Block { get; init; }

    /// <summary>Takes <c>sha256:HEX</c>, or <c>none</c>; null: the component checks nothing.</summary>
    public string? Checksum { get; init; }

    /// <summary>Takes the checksum's algorithm, and <see cref="Checksum"/> the digits alone.</summary>
    public string? ChecksumType { get; init; }

    /// <summary>A further attribute with its value: <c>disk_image = true</c>.</summary>
    public (string Attribute, string Value)? Beside { get; init; }

    /// <summary>The place is known to the hypervisor: the file's name is enough.</summary>
    public bool NameAlone { get; init; }
}

/// <summary>What a builder starts from, by the metadatum that says so.</summary>
internal enum SourceKind
{
    /// <summary>IsoPath and IsoFileName.</summary>
    Iso,

    /// <summary>DiskImage.</summary>
    Disk,

    /// <summary>Template.</summary>
    Template,
}

/// <summary>Where a source lies.</summary>
internal enum SourcePlace
{
    /// <summary>On the building machine, or on a share that it sees.</summary>
    Path,

    Url,

    /// <summary>In a datastore of vSphere: <c>[datastore1] iso</c>.</summary>
    Datastore,

    /// <summary>In a storage of Proxmox: <c>local:iso</c>.</summary>
    Storage,

    /// <summary>A name that the hypervisor knows.</summary>
    Name,
}
