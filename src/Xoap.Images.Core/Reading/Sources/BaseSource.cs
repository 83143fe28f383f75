using Xoap.Images.Diagnostics;
using Xoap.Images.Schemas;

namespace Xoap.Images.Reading.Sources;

/// <summary>A source that an OperatingSystem item names.</summary>
/// <param name="Text">The whole of it: an absolute path, a URL, <c>[datastore1] iso/windows.iso</c>, <c>local:iso/windows.iso</c>, a name.</param>
/// <param name="Name">Its last part: the file's name.</param>
/// <param name="Checksum">As <c>sha256:HEX</c>; null: it is not pinned.</param>
/// <param name="Metadatum">The one that names it: IsoPath, IsoFileName, DiskImage, Template.</param>
internal sealed record BaseSource(
    SourceKind Kind, SourcePlace Place, string Text, string Name, string? Checksum, Origin ChecksumOrigin, string Metadatum, Origin Origin);
