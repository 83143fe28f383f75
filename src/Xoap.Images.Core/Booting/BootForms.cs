using Xoap.Images.Model;

namespace Xoap.Images.Booting;

/// <summary>How the image of each of Packer's builders is booted, or why it cannot be.</summary>
internal static class BootForms
{
    private static readonly Dictionary<string, Func<BootDraft, Component?>> ByComponent = new()
    {
        ["amazon-ebs"] = AmazonBoot.Of,
        ["amazon-ebssurrogate"] = AmazonBoot.Of,
        ["azure-arm"] = AzureBoot.Of,
        ["docker"] = DockerBoot.Of,
        ["googlecompute"] = GoogleBoot.Of,
        ["hyperv-iso"] = HyperVBoot.Of,
        ["hyperv-vmcx"] = HyperVBoot.Of,
        ["null"] = draft => draft.Component,
        ["nutanix"] = NutanixBoot.Of,
        ["qemu"] = QemuBoot.Of,
        ["virtualbox-iso"] = VirtualBoxBoot.Of,
        ["virtualbox-ovf"] = VirtualBoxBoot.Of,
        ["virtualbox-vm"] = VirtualBoxBoot.Of,
        ["vmware-iso"] = VmwareBoot.Of,
        ["vmware-vmx"] = VmwareBoot.Of,
        ["vsphere-clone"] = VSphereBoot.Of,
        ["vsphere-iso"] = VSphereBoot.Of,
    };

    private const string NoMachine = "It works on a disk, and says neither how large a machine is to be nor how its guest is reached";
    private const string XenServer = "Packer leaves the machine that it imports into XenServer, or the disks of one that it clones";
    private const string Proxmox = "Packer makes a template of every machine that it starts in Proxmox, or leaves it running";

    /// <summary>Why not.</summary>
    private static readonly Dictionary<string, string> NotBooted = new()
    {
        ["amazon-chroot"] = NoMachine,
        ["amazon-ebsvolume"] = "It makes volumes, of which no machine starts",
        ["amazon-instance"] = "Packer has no way to start an image of the instance store without making another one",
        ["azure-chroot"] = NoMachine,
        ["azure-dtl"] = "Packer's record of an image that was made in a lab does not say where it is",
        ["file"] = "It makes a file, which holds no machine",
        ["proxmox-clone"] = Proxmox,
        ["proxmox-iso"] = Proxmox,
        ["vagrant"] = "It makes a box, which Vagrant starts",
        ["vsphere-supervisor"] = "Packer would publish another image in the Supervisor's library",
        ["xenserver-iso"] = XenServer,
        ["xenserver-xva"] = XenServer,
    };

    public static bool IsBooted(string component) => ByComponent.ContainsKey(component);

    /// <summary>Components that have an answer.</summary>
    public static IEnumerable<string> Known => ByComponent.Keys.Concat(NotBooted.Keys);

    /// <summary>The component that starts the image and makes nothing of it; null after a diagnostic.</summary>
    public static Component? Of(BootDraft draft)
    {
        if (ByComponent.TryGetValue(draft.Component.Name, out var form))
        {
            return form(draft);
        }

        draft.Diagnostics.Add(BootDiagnostics.NothingBoots(draft.Origin, draft.Builder, NotBooted[draft.Component.Name]));
        return null;
    }
}
