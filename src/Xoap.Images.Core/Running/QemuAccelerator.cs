namespace Xoap.Images.Running;

/// <summary>How QEMU runs guests on this machine.</summary>
internal static class QemuAccelerator
{
    /// <summary>Null: QEMU's own default. A /dev/kvm without support by the processor hangs, so both must be there.</summary>
    public static string? OfThisMachine()
    {
        if (!System.OperatingSystem.IsLinux())
        {
            return null;
        }

        return File.Exists("/dev/kvm") && ProcessorVirtualises() ? "kvm" : "tcg";
    }

    private static bool ProcessorVirtualises()
    {
        foreach (var line in File.ReadLines("/proc/cpuinfo"))
        {
            if (line.StartsWith("flags", StringComparison.Ordinal))
            {
                return line.Contains(" vmx", StringComparison.Ordinal) || line.Contains(" svm", StringComparison.Ordinal);
            }
        }

        return false;
    }
}
