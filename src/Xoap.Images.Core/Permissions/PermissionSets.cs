using System.Collections.Immutable;
using Xoap.Images.Model;

namespace Xoap.Images.Permissions;

/// <summary>The least that the providers in use ask for, and what the chosen settings add to it.</summary>
internal static class PermissionSets
{
    private static readonly (string Provider, string[] Components, Func<UsedSettings, IEnumerable<PermissionFile>> Files)[] Providers =
    [
        ("AWS", ["amazon-ebs", "amazon-ebssurrogate", "amazon-ebsvolume", "amazon-chroot"], AwsPermissions.Of),
        ("Azure", ["azure-arm"], AzurePermissions.Of),
        ("Google", ["googlecompute"], GooglePermissions.Of),
        ("vSphere", ["vsphere-iso", "vsphere-clone"], VSpherePermissions.Of),
        ("Nutanix", ["nutanix"], OnPremisesPermissions.OfNutanix),
        ("XenServer", ["xenserver-iso", "xenserver-xva"], OnPremisesPermissions.OfXenServer),
        ("Proxmox", ["proxmox-iso", "proxmox-clone"], OnPremisesPermissions.OfProxmox),
        ("Hyper-V", ["hyperv-iso", "hyperv-vmcx"], OnPremisesPermissions.OfHyperV),
        ("VMware", ["vmware-iso", "vmware-vmx"], OnPremisesPermissions.OfVMware),
    ];

    /// <summary>One set per connection, in the order of the builders. Builders whose provider asks for nothing are in none.</summary>
    public static ImmutableArray<PermissionSet> Of(string image, ImmutableArray<Variant> variants)
    {
        var sets = ImmutableArray.CreateBuilder<PermissionSet>();
        foreach (var (provider, components, files) in Providers)
        {
            var ofProvider = variants.Where(variant => components.Contains(variant.Component.Name));
            foreach (var connection in ofProvider.GroupBy(variant => variant.Connection ?? provider, StringComparer.OrdinalIgnoreCase))
            {
                var purpose = connection.First().Connection is { } name ? $"{image} with {name}" : image;
                sets.Add(new PermissionSet(
                    connection.Key, [.. connection.Select(variant => variant.Name)], [.. files(new UsedSettings([.. connection], purpose))]));
            }
        }

        return sets.ToImmutable();
    }
}
