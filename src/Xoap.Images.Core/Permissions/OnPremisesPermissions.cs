namespace Xoap.Images.Permissions;

/// <summary>Platforms whose permissions are granted by hand.</summary>
internal static class OnPremisesPermissions
{
    private const string Purpose = "what to allow by hand";

    private const string Nutanix =
        """
        Nutanix: what the account that builds must be allowed to do

        The built-in role Infrastructure Admin has all of it. A custom role in Prism Central needs
        - virtual machines: create, update, delete, attach and detach disks
        - images: create (upload), update, delete
        - networks: view, attach

        Use a service account in Prism Central, and limit the role to one project where you can.

        """;

    private const string XenServer =
        """
        XenServer and XCP-ng: what the account that builds must be allowed to do

        The role Pool Admin, or one of your own with
        - virtual machines: create, destroy, power operations
        - disks: attach, detach
        - the storage repository that holds the ISO files: access
        - templates or base machines: create

        Use an automation account of its own, not root.

        """;

    private const string Proxmox =
        """
        Proxmox VE: what the account that builds must be allowed to do

        The plugin has no official list; these are the privileges of what it asks Proxmox for. Make a role of them, and give it to a user of
        its own on the node, the storages and the network (or on /):
        - the machine: VM.Allocate, VM.Audit, VM.PowerMgmt, VM.Console, VM.Config.CDROM, VM.Config.CPU, VM.Config.Cloudinit,
          VM.Config.Disk, VM.Config.HWType, VM.Config.Memory, VM.Config.Network, VM.Config.Options
        - a template that it is cloned from: VM.Clone
        - the guest's address: VM.GuestAgent.Audit; before Proxmox VE 9 VM.Monitor
        - storages: Datastore.Audit, Datastore.AllocateSpace; to upload an ISO Datastore.AllocateTemplate, and Datastore.Allocate where it is
          removed again
        - the bridge, since Proxmox VE 8: SDN.Use

        A token has none of its user's privileges unless it was made without privilege separation: give it the role too.

        """;

    private const string HyperV =
        """
        Hyper-V: what the user that builds must be allowed to do

        Packer runs on the host itself and works as the user who started the build: there is no other account.
        - a member of the host's group Hyper-V Administrators, or an administrator in an elevated shell
        - write access to the project, the folder for images, and the temporary folder
        - the firewall lets guests reach Packer's HTTP server, when files are served by it

        """;

    private const string VMware =
        """
        VMware Workstation, Fusion and ESXi: what the user that builds must be allowed to do

        On Workstation and Fusion Packer works as the user who started the build: there is no other account. The user may run virtual machines,
        and write to the project and the folder for images.

        On a remote ESXi host (RemoteType="esx5") Packer signs in by SSH: enable SSH on the host, and use an account with the role
        Administrator and shell access, of its own rather than root.

        """;

    public static IEnumerable<PermissionFile> OfNutanix(UsedSettings used) => Text("nutanix-permissions.txt", used, Nutanix);

    public static IEnumerable<PermissionFile> OfXenServer(UsedSettings used) => Text("xenserver-permissions.txt", used, XenServer);

    public static IEnumerable<PermissionFile> OfProxmox(UsedSettings used) => [new("proxmox-permissions.txt", Proxmox, Purpose)];

    public static IEnumerable<PermissionFile> OfHyperV(UsedSettings used) => [new("hyperv-permissions.txt", HyperV, Purpose)];

    public static IEnumerable<PermissionFile> OfVMware(UsedSettings used) => [new("vmware-permissions.txt", VMware, Purpose)];

    private static IEnumerable<PermissionFile> Text(string name, UsedSettings used, string text)
    {
        var projects = used.Texts("project");
        yield return new PermissionFile(
            name, projects.IsEmpty ? text : $"{text}Projects of the builders: {string.Join(", ", projects)}\n", Purpose);
    }
}
