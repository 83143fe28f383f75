namespace Xoap.Images.Permissions;

/// <summary>A role in vCenter: the read-only one, and what the builds do beyond it.</summary>
internal static class VSpherePermissions
{
    private const string Role = "XoapImageBuilder";

    private static readonly string[] Always =
    [
        "Datastore.AllocateSpace", "Datastore.Browse", "Datastore.FileManagement", "Host.Config.SystemManagement", "Network.Assign",
        "Resource.AssignVMToPool", "VirtualMachine.Config.AddNewDisk", "VirtualMachine.Config.AddRemoveDevice",
        "VirtualMachine.Config.AdvancedConfig", "VirtualMachine.Config.Annotation", "VirtualMachine.Config.CPUCount",
        "VirtualMachine.Config.EditDevice", "VirtualMachine.Config.Memory", "VirtualMachine.Config.Resource",
        "VirtualMachine.Config.Settings", "VirtualMachine.Interact.DeviceConnection", "VirtualMachine.Interact.PowerOff",
        "VirtualMachine.Interact.PowerOn", "VirtualMachine.Interact.PutUsbScanCodes", "VirtualMachine.Interact.SetCDMedia",
        "VirtualMachine.Interact.SetFloppyMedia", "VirtualMachine.Inventory.Create", "VirtualMachine.Inventory.CreateFromExisting",
        "VirtualMachine.Inventory.Delete", "VirtualMachine.Provisioning.CreateTemplateFromVM",
        "VirtualMachine.Provisioning.MarkAsTemplate", "VirtualMachine.Provisioning.MarkAsVM", "VirtualMachine.State.CreateSnapshot",
    ];

    public static IEnumerable<PermissionFile> Of(UsedSettings used)
    {
        yield return new PermissionFile("vsphere-role.sh", Script(used), "makes a role in vCenter and gives it to the service account");
    }

    private static string Script(UsedSettings used)
    {
        var users = used.Texts("username");
        var servers = used.Texts("vcenter_server");
        var datacenters = used.Texts("datacenter");
        return new ShellScript()
            .Comment("Makes a role with the privileges that the builds need (vCenter adds those of Read-Only itself) and gives it to")
            .Comment("the account that builds. Set GOVC_USERNAME and GOVC_PASSWORD to an administrator's login. A role that is there keeps")
            .Comment("what it has, since other images may need it.")
            .Start()
            .Variable("vcenter", servers.Length == 1 ? servers[0] : null, "the vCenter server")
            .Variable("principal", users.Length == 1 ? users[0] : null, "the account that builds, such as packer@vsphere.local")
            .Default("inventory", datacenters.Length == 1 ? "/" + datacenters[0] : "/")
            .Default("role", Role)
            .Line("export GOVC_URL=\"$vcenter\"")
            .Command("set --", Privileges(used))
            .Line("if govc role.ls \"$role\" > /dev/null 2>&1; then")
            .Line("  govc role.update -a \"$role\" \"$@\"")
            .Line("else")
            .Line("  govc role.create \"$role\" \"$@\"")
            .Line("fi")
            .Line("govc permissions.set -principal \"$principal\" -role \"$role\" -propagate=true \"$inventory\"")
            .ToString();
    }

    private static IEnumerable<string> Privileges(UsedSettings used)
    {
        (bool Applies, string[] Privileges)[] optional =
        [
            (used.Any("content_library_destination"), ["ContentLibrary.AddLibraryItem", "ContentLibrary.UpdateLibraryItem"]),
            (HasIso(used) || used.Any("cd_files", "cd_content", "floppy_files", "floppy_dirs", "floppy_content"), ["Cryptographer.Access"]),
            (used.Any("vTPM"), ["Cryptographer.Encrypt"]),
            (used.Any("export") || used.AnyInBlocks("ovf"), ["vApp.Export"]),
            (used.Variants.Any(variant => variant.Component.Name == "vsphere-clone"),
                ["VirtualMachine.Provisioning.Clone", "VirtualMachine.Provisioning.DeployTemplate"]),
            (used.Any("customize"), ["VirtualMachine.Provisioning.Customize", "VirtualMachine.Provisioning.ReadCustSpecs"]),
        ];
        return Always.Concat(optional.Where(entry => entry.Applies).SelectMany(entry => entry.Privileges)).Order(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>An ISO, and the one that carries the answer file, are uploaded to the datastore.</summary>
    private static bool HasIso(UsedSettings used) => used.Variants.Any(variant => variant.Component.Name == "vsphere-iso");
}
