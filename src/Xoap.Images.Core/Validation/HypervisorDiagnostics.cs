using Xoap.Images.Diagnostics;

namespace Xoap.Images.Validation;

/// <summary>Traps of the builders on hypervisors of one's own.</summary>
internal static class HypervisorDiagnostics
{
    public static Diagnostic NoWinRm(Origin origin, string builder) => Diagnostic.Error(
        "XIMG2150",
        origin,
        $"Builder '{builder}' asks for WinRM, but the XenServer plugin connects by SSH only. Have the answer file install OpenSSH, and write SshUsername and SshPassword instead.");

    public static Diagnostic NoSshServer(Origin origin, string builder, string system) => Diagnostic.Warning(
        "XIMG2151",
        origin,
        $"Builder '{builder}' installs '{system}' and connects by SSH, but Windows has no SSH server unless the installation adds one. Have the answer file install OpenSSH, or write Communicator=\"winrm\".");

    public static Diagnostic NoAnswers(Origin origin, string builder, string system) => Diagnostic.Warning(
        "XIMG2152",
        origin,
        $"Builder '{builder}' starts the installer of '{system}', but nothing answers its questions, so it would wait for a person. Write AnswerFile on the OperatingSystem, or BootCommand on the builder.");

    public static Diagnostic PowersOff(Origin origin, string builder, string command) => Diagnostic.Warning(
        "XIMG2153",
        origin,
        $"Builder '{builder}' has no ShutdownCommand: Packer cuts the machine's power at the end, and what the guest has not written yet is lost. Write ShutdownCommand=\"{command}\".");

    public static Diagnostic NoMedium(Origin origin, string builder) => Diagnostic.Warning(
        "XIMG2154",
        origin,
        $"Builder '{builder}' has no ISO to install from, so its new machine can only start from the network. Write IsoPath and IsoFileName on the OperatingSystem, or use VSphereClone.");

    public static Diagnostic NoFirmware(Origin origin, string builder, IEnumerable<string> settings) => Diagnostic.Warning(
        "XIMG2155",
        origin,
        $"Builder '{builder}' installs Windows 11, whose installer wants secure boot and a TPM and stops without them. Write {string.Join(" and ", settings)}; a setting that stands there with another value is taken as meant.");

    public static Diagnostic NoStorageForIso(Origin origin, string builder, string write) => Diagnostic.Error(
        "XIMG2156",
        origin,
        $"Builder '{builder}' brings an ISO to Proxmox, but not the storage that shall keep it. Write {write}, or take an ISO that is there already, such as IsoPath=\"local:iso\".");

    public static Diagnostic NoDisk(Origin origin, string builder) => Diagnostic.Error(
        "XIMG2157",
        origin,
        $"Builder '{builder}' starts an installer, but its machine has no disk to install on. Write DiskSizeGB=\"…\".");
}
