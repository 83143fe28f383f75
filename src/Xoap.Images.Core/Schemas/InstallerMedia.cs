using System.Collections.Immutable;
using Xoap.Images.Model;

namespace Xoap.Images.Schemas;

/// <summary>By what a builder can hand files to an installer.</summary>
internal static class InstallerMedia
{
    public const string Cd = "Cd";
    public const string Floppy = "Floppy";
    public const string Http = "Http";

    /// <summary>The block of Proxmox that makes a CD.</summary>
    public const string ExtraCd = "additional_iso_files";

    private static readonly string[] Contents = ["iso_file", "iso_url", "iso_urls", "cd_files", "cd_content"];
    private static readonly string[] Attributes = ["cd_files", "floppy_files", "http_directory"];

    /// <summary>They start a machine that has been installed; cloud-init may still want its answers.</summary>
    private static readonly string[] Clones =
        ["vsphere-clone", "vmware-vmx", "hyperv-vmcx", "virtualbox-ovf", "virtualbox-vm", "proxmox-clone", "xenserver-xva"];

    /// <summary>The block that was left empty for the answer file, which comes onto its CD; null: there is none.</summary>
    public static SettingBlock? EmptyCd(ImmutableArray<SettingBlock> blocks) => blocks.FirstOrDefault(block =>
        block.Name == ExtraCd && !block.Settings.Any(setting => Contents.Contains(setting.Name)));

    /// <summary>Whether an answer file has a way into the guest.</summary>
    public static bool AreTakenBy(ComponentSchema schema, Platform platform) =>
        (platform == Platform.Linux || !Clones.Contains(schema.Name))
        && (Attributes.Any(name => Has(schema, name)) || schema.Blocks.Any(block => block.Name == ExtraCd));

    public static bool Has(ComponentSchema schema, string attribute) =>
        SettingName.Find(schema.Attributes.AsSpan(), attribute) is not null;
}
