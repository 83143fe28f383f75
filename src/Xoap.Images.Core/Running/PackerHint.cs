namespace Xoap.Images.Running;

/// <summary>What to do about failures that are well known.</summary>
internal static class PackerHint
{
    private static readonly (string Sign, string Hint)[] Known =
    [
        .. CloudHints.Known,
        ("No space left on device", "The disk is full: free some space, or move ImageOutputDirectory to another disk."),
        ("disk quota exceeded", "The disk quota is used up: free some space, or move ImageOutputDirectory to another disk."),
        ("attempted methods [none publickey]", "The guest refuses the user or the key: compare SshUsername with the account of the base image. Newer systems refuse how Packer before 1.8.1 signs with RSA keys: install a newer Packer, or write SshPrivateKeyFile with an ed25519 key that the guest knows."),
        ("unable to authenticate", "The guest refuses the user or password: compare SshUsername and SshPassword with the accounts of the base image."),
        ("Timeout waiting for SSH", "The guest never answered on SSH: check that the base image boots, starts sshd and knows the account, and raise SshTimeout on a slow machine."),
        ("Timeout waiting for WinRM", "The guest never answered on WinRM: check that the answer file enables it, and raise WinrmTimeout on a slow machine."),
        ("Checksum did not match", "The base image is not the one that was pinned: correct the operating system's checksum, or fetch the right file."),
        ("Checksums did not match", "The base image is not the one that was pinned: correct the operating system's checksum, or fetch the right file."),
        ("qemu-system-x86_64\": executable file not found", "QEMU is not installed: on Debian and Ubuntu, 'apt-get install qemu-system-x86 qemu-utils'."),
        ("qemu-img\": executable file not found", "qemu-img is not installed: on Debian and Ubuntu, 'apt-get install qemu-utils'."),
        ("executable file not found", "A program that the builder needs is not installed, or is not in PATH."),
        ("Could not access KVM kernel module", "Hardware virtualisation is not available: set Accelerator=\"tcg\" on the builder, or run where /dev/kvm works."),
        ("failed to initialize KVM", "Hardware virtualisation is not available: set Accelerator=\"tcg\" on the builder, or run where /dev/kvm works."),
        ("Output directory exists", "Packer's output folder is in the way: no other build may use it; delete it."),
        ("already exists", "The name is taken: remove what has it, or build with the next version."),
        ("Failed creating Qemu driver", "QEMU is not usable: install qemu-system-x86 and qemu-utils, or correct QemuBinary."),
        ("Cannot connect to the Docker daemon", "Docker is not running, or the building user may not use it."),
        ("Unsupported argument", "This version of Packer does not know the setting: remove it, or install a newer Packer."),
        ("Unsupported block type", "This version of Packer does not know the block: remove it, or install a newer Packer."),
        ("connection refused", "Nothing listens where the build connects to: check address, port and firewall."),
        ("no such host", "A host name is unknown: check the address and the machine's DNS."),
    ];

    /// <summary>The hint for the first known sign in a text, or null.</summary>
    public static string? For(string text)
    {
        foreach (var (sign, hint) in Known)
        {
            if (text.Contains(sign, StringComparison.OrdinalIgnoreCase))
            {
                return hint;
            }
        }

        return null;
    }
}
