using Xoap.Images.Diagnostics;
using Xoap.Images.Planning;
using Xoap.Images.Rendering;

namespace Xoap.Images.Tests.Infra;

/// <summary>Projects for Windows guests, from their text to the rendered folder.</summary>
internal static class WindowsImage
{
    /// <summary>Windows in QEMU over WinRM, with these provisioners in one group.</summary>
    public static ImageSourceBuilder Project(params (string Name, string Type, string[] Metadata)[] provisioners)
    {
        var project = An.Image("win")
            .Builder(
                "qemu", "Qemu", "Communicator=winrm", "WinrmUsername=packer", "WinrmPassword=env:WINRM_PASSWORD", "WinrmUseSsl=true", "WinrmInsecure=true",
                "ShutdownCommand=shutdown /s /t 0")
            .OperatingSystem(
                "windows-2025", "Platform=Windows", "Version=24H2", "DiskImage=disks/windows.qcow2", "Checksum=none");
        foreach (var (name, type, metadata) in provisioners)
        {
            project = project.Provisioner(name, type, ["Timeout=1h", .. metadata]);
        }

        return project
            .Group("steps", string.Join(';', provisioners.Select(provisioner => provisioner.Name)))
            .Role("server", "steps");
    }

    /// <summary>Keys depend on where the repository lies; rendering only copies them.</summary>
    public static BuildPlan Plan(ImageSourceBuilder project)
    {
        var definition = Read.Valid(project);
        var provisioners = definition.Provisioners.ToArray();
        return RenderedFolder.Plan(definition.Variants[0], provisioners) with
        {
            ImageName = definition.Name,
            ContentKey = new Fingerprint("c0ffee", []),
            TargetKey = new Fingerprint("7a26e7", []),
        };
    }

    public static RenderedImage Render(ImageSourceBuilder project, PackerProfile profile, DiagnosticBag diagnostics) =>
        RenderedFolder.Render(Plan(project), profile, diagnostics);
}
