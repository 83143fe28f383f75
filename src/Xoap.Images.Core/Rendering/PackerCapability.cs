namespace Xoap.Images.Rendering;

/// <summary>What some versions of Packer can do and others cannot.</summary>
internal enum PackerCapability
{
    /// <summary>Components such as qemu come with Packer itself.</summary>
    BundledComponents,

    /// <summary>A <c>packer</c> block with <c>required_plugins</c>, and <c>packer init</c>.</summary>
    RequiredPlugins,

    /// <summary>A CD with files for the guest: <c>cd_files</c>.</summary>
    CdFiles,

    /// <summary>One <c>packer fmt</c> for several files.</summary>
    FormatSeveralFiles,

    /// <summary>A provisioner that may fail: <c>continue_on_error</c>.</summary>
    ContinueOnError,
}
