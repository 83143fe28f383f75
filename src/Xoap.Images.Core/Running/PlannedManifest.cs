using System.Globalization;
using Xoap.Images.History;
using Xoap.Images.Model;
using Xoap.Images.Planning;

namespace Xoap.Images.Running;

/// <summary>The record that an image would have which was never built, so that what builds on it can be checked without it.</summary>
internal static class PlannedManifest
{
    private const string NoId = "not-built-yet";

    private static readonly string NoChecksum = new('0', 64);

    public static ImageManifest Of(BuildPlan plan, string outputDirectory, string sdkVersion) =>
        RunManifest.Of(plan, Ancestor.NeverBuilt, [Artifact(plan, outputDirectory)], DateTimeOffset.UnixEpoch) with { SdkVersion = sdkVersion };

    private static ImageArtifact Artifact(BuildPlan plan, string outputDirectory)
    {
        var component = plan.Variant.Component;
        var stem = Path.Combine(outputDirectory, plan.Variant.Name, $"{plan.ImageName}-v{Ancestor.NeverBuilt.ToString(CultureInfo.InvariantCulture)}");
        return component.Name switch
        {
            "amazon-ebs" or "amazon-ebssurrogate" or "amazon-chroot" or "amazon-instance" =>
                new ImageArtifact($"{ImagePlace.Of(component)?.GetValueOrDefault("region") ?? "any"}:ami-00000000000000000"),
            "docker" => new ImageArtifact("sha256:" + NoChecksum),
            "googlecompute" or "azure-arm" or "null" => new ImageArtifact(component.Name == "null" ? "Null" : ""),
            "qemu" => Local(stem + ".qcow2"),
            "virtualbox-iso" or "virtualbox-ovf" or "virtualbox-vm" => Local(stem + ".ovf"),
            "vmware-iso" or "vmware-vmx" => Local(stem + ".vmx"),
            "hyperv-iso" or "hyperv-vmcx" => Local(Path.Combine(stem, "Virtual Machines", "machine.vmcx")),
            "file" => Local(stem),
            _ => new ImageArtifact(NoId),
        };
    }

    private static ImageArtifact Local(string path) => new(Path.GetFileName(path), path, Sha256: NoChecksum);
}
