namespace Xoap.Images.Tests.Infra;

/// <summary>A small and a full project of every on-premises builder type.</summary>
internal static class OnPremises
{
    private static readonly string Sum = new('d', 64);
    private static readonly string[] VSphere = ["VcenterServer=vcenter.example.com", "Username=env:VSPHERE_USER", "Password=env:VSPHERE_PASSWORD"];
    private static readonly string[] Prism = ["NutanixEndpoint=prism.example.com", "NutanixUsername=env:PRISM_USER", "NutanixPassword=env:PRISM_PASSWORD"];
    private static readonly string[] Pool = ["RemoteHost=xen.example.com", "RemoteUsername=env:XEN_USER", "RemotePassword=env:XEN_PASSWORD"];
    private static readonly string[] Pve = ["ProxmoxUrl=https://pve.example.com:8006/api2/json", "Username=packer@pve", "Password=env:PROXMOX_PASSWORD", "Node=pve1"];
    private static readonly string[] Ssh = ["SshUsername=packer", "SshPassword=env:SSH_PASSWORD"];
    private static readonly string[] WinRm = ["WinrmUsername=Administrator", "WinrmPassword=env:ADMIN_PASSWORD", "WinrmTimeout=2h"];
    private static readonly string[] Sizes = ["Cpus=4", "MemoryMB=8192", "DiskSizeGB=80"];
    private static readonly string[] Halt = ["ShutdownCommand=sudo shutdown -P now"];
    private static readonly string[] HaltWindows = ["ShutdownCommand=shutdown /s /t 10 /f", "ShutdownTimeout=20m"];

    /// <summary>By type; each is rendered for both profiles where Packer 1.6 brings the component along.</summary>
    public static IEnumerable<(string Type, bool Bundled, ImageSourceBuilder Small, ImageSourceBuilder Full)> All =>
    [
        ("VSphereIso", true,
            Linux("VSphereIso", "IsoPath=[datastore1] iso", [.. VSphere, .. Ssh, "Cluster=build", "Datastore=datastore1", "DiskSizeGB=20"]),
            Windows("VSphereIso", "windows-11", "IsoPath=[datastore1] iso",
                [.. VSphere, .. WinRm, .. Sizes, .. HaltWindows, "InsecureConnection=true", "Datacenter=dc1", "Host=esx1.example.com", "Folder=templates", "Datastore=datastore1",
                    "Network=VM Network", "Firmware=efi-secure", "DiskControllerType=pvscsi", "CdromType=sata", "BootCommand=<spacebar>", "BootWait=3s", "VmVersion=19",
                    "ConfigurationParameters=disk.EnableUUID=TRUE", "RemoveCdrom=true", "ConvertToTemplate=true", "Notes=Built by ${team}"])
                .Item("BuilderBlock", "system", "Builder=b", "Block=storage", "DiskThinProvisioned=true")
                .Item("BuilderBlock", "card", "Builder=b", "Block=network_adapters", "NetworkCard=vmxnet3")
                .Item("BuilderBlock", "data", "Builder=b", "Block=storage", "DiskSize=10240", "DiskThinProvisioned=true")),
        ("VSphereClone", true,
            Clone("VSphereClone", [.. VSphere, .. Ssh, "Cluster=build"]),
            Clone("VSphereClone",
                [.. VSphere, .. Ssh, .. Sizes, .. Halt, "Host=esx1.example.com", "Datastore=datastore1", "Network=lan", "Folder=templates", "DiskControllerType=pvscsi", "ConvertToTemplate=true"])
                .Item("BuilderBlock", "more", "Builder=b", "Block=storage", "DiskSize=10240")
                .Item("BuilderBlock", "files", "Builder=b", "Block=export", "Force=true")),
        ("VMwareIso", true,
            Linux("VMwareIso", "IsoPath=/isos", [.. Ssh, .. Halt]),
            Windows("VMwareIso", "windows-server-2025", "IsoPath=https://host/isos",
                [.. WinRm, .. Sizes, .. HaltWindows, "Cores=2", "NetworkAdapterType=vmxnet3", "DiskAdapterType=nvme", "VmxData=firmware=efi;uefi.secureBoot.enabled=TRUE", "Headless=true"])),
        ("VMwareVmx", true,
            Disk("VMwareVmx", "base/debian-12.vmx", [.. Ssh, .. Halt]),
            Disk("VMwareVmx", "base/debian-12.vmx", [.. Ssh, .. Halt, "Linked=true", "VmxData=numvcpus=4;memsize=8192", "Headless=true", "SkipCompaction=true"])),
        ("Nutanix", false,
            Linux("Nutanix", "Edition=netinst", [.. Prism, .. Ssh, .. Halt, "ClusterName=build", "Network=vlan-20", "DiskSizeGB=20"]),
            Windows("Nutanix", "windows-server-2025", "IsoPath=https://host/isos",
                [.. Prism, .. WinRm, .. Sizes, .. HaltWindows, "NutanixInsecure=true", "ClusterUuid=00056024", "Network=vlan-20", "BootType=secure_boot", "BootPriority=cdrom",
                    "ImageDescription=Windows", "Project=images"])
                .Item("BuilderBlock", "virtio", "Builder=b", "Block=vm_disks", "ImageType=ISO_IMAGE", "SourceImageName=virtio.iso")
                .Item("BuilderBlock", "tpm", "Builder=b", "Block=vtpm", "Enabled=true")
                .Item("BuilderBlock", "category", "Builder=b", "Block=image_categories", "Key=OSType", "Value=Windows")),
        ("XenServer", false,
            Linux("XenServer", "Edition=netinst", [.. Pool, .. Ssh, "SrName=Local storage", "NetworkNames=build"]),
            Linux("XenServer", "IsoPath=https://host/isos",
                [.. Pool, .. Ssh, .. Sizes, .. Halt, "SrName=Local storage", "SrIsoName=ISO", "NetworkNames=build;lan", "CloneTemplate=Debian Bookworm 12", "Firmware=uefi",
                    "ToolsIsoName=guest-tools.iso", "InstallTimeout=90m", "Format=xva_compressed", "VmTags=debian;base", "IpGetter=http"])),
        ("HyperVIso", true,
            Linux("HyperVIso", "IsoPath=/isos", [.. Ssh, .. Halt]),
            Windows("HyperVIso", "windows-11", @"IsoPath=\\server\isos",
                [.. WinRm, .. Sizes, .. HaltWindows, "SwitchName=Default Switch", "EnableSecureBoot=true", "SecureBootTemplate=MicrosoftWindows", "EnableDynamicMemory=false",
                    "BootCommand=<enter>", "BootWait=1s", "Headless=true", "DiskAdditionalSize=10240"])),
        ("HyperVClone", true,
            Clone("HyperVClone", [.. Ssh, .. Halt, "SwitchName=Default Switch"]),
            Disk("HyperVClone", "base/debian-12", [.. Ssh, .. Halt, "Cpus=4", "MemoryMB=8192", "SwitchName=Default Switch", "Generation=2", "EnableSecureBoot=true",
                "SecureBootTemplate=MicrosoftUEFICertificateAuthority"])),
        ("Qemu", true,
            Disk("Qemu", "base/debian-12.qcow2", [.. Ssh, .. Halt]),
            Windows("Qemu", "windows-server-2025", "IsoPath=https://host/isos",
                [.. WinRm, .. Sizes, .. HaltWindows, "Accelerator=kvm", "MachineType=q35", "DiskInterface=virtio", "NetDevice=virtio-net", "DiskCompression=true",
                    "BootCommand=<enter>", "BootWait=2s"])),
        ("VirtualBoxIso", true,
            Linux("VirtualBoxIso", "IsoPath=/isos", [.. Ssh, .. Halt]),
            Windows("VirtualBoxIso", "windows-server-2022", "IsoPath=https://host/isos",
                [.. WinRm, .. Sizes, .. HaltWindows, "HardDriveInterface=sata", "GuestAdditionsMode=disable", "Format=ova", "Headless=true",
                    "Vboxmanage=[[\"modifyvm\",\"{{.Name}}\",\"--nat-localhostreachable1\",\"on\"]]"])),
        ("VirtualBoxOvf", true,
            Disk("VirtualBoxOvf", "base/debian-12.ova", [.. Ssh, .. Halt]),
            Disk("VirtualBoxOvf", "https://host/debian-12.ova", [.. Ssh, .. Halt, "Format=ova", "ImportOpts=keepallmacs", "Headless=true", "GuestAdditionsMode=disable"])),
        ("ProxmoxIso", true,
            Linux("ProxmoxIso", "IsoPath=local:iso", [.. Pve, .. Ssh, "StoragePool=local-lvm", "Network=vmbr0"])
                .Item("BuilderBlock", "disk", "Builder=b", "Block=disks", "StoragePoolType=lvm"),
            Windows("ProxmoxIso", "windows-server-2025", "IsoPath=local:iso",
                [.. Pve, .. WinRm, .. Sizes, "InsecureSkipTlsVerify=true", "StoragePool=local-lvm", "Network=vmbr0", "CpuType=host", "ScsiController=virtio-scsi-pci",
                    "BootCommand=<enter>", "BootWait=3s"])
                .Item("BuilderBlock", "disk", "Builder=b", "Block=disks", "Type=scsi", "StoragePoolType=lvm-thin", "Format=raw", "CacheMode=writeback")
                .Item("BuilderBlock", "card", "Builder=b", "Block=network_adapters", "Model=virtio", "VlanTag=20")
                .Item("BuilderBlock", "iso", "Builder=b", "Block=boot_iso", "Unmount=true")),
        ("ProxmoxClone", true,
            Clone("ProxmoxClone", [.. Pve, .. Ssh]),
            Clone("ProxmoxClone", [.. Pve, .. Ssh, "Cpus=4", "MemoryMB=8192", "Network=vmbr0", "FullClone=true", "Onboot=true", "TemplateDescription=Base", "CloudInit=true",
                "CloudInitStoragePool=local-lvm"])),
    ];

    private static ImageSourceBuilder Linux(string type, string path, string[] builder) => Project(type, builder)
        .OperatingSystem("debian-12", "Platform=Linux", "Version=12", path, "IsoFileName=debian-12.iso", $"IsoChecksum=sha256:{Sum}");

    private static ImageSourceBuilder Windows(string type, string system, string path, string[] builder) => Project(type, builder)
        .OperatingSystem(system, "Platform=Windows", path, $"IsoFileName={system}.iso", $"IsoChecksum=sha256:{Sum}");

    private static ImageSourceBuilder Clone(string type, string[] builder) =>
        Project(type, builder).OperatingSystem("debian-12", "Platform=Linux", "Version=12", "Template=debian-12");

    private static ImageSourceBuilder Disk(string type, string disk, string[] builder) => Project(type, builder)
        .OperatingSystem("debian-12", "Platform=Linux", "Version=12", $"DiskImage={disk}", $"Checksum=sha256:{Sum}");

    private static ImageSourceBuilder Project(string type, string[] builder) => An.Image("Corp.Base")
        .Builder("b", type, builder)
        .Provisioner("tell", "LocalCommand", "Command=echo done", "Timeout=5m").Group("g", "tell").Role("r", "g");
}
