using System.Collections.Immutable;
using Xoap.Images.Booting;
using Xoap.Images.Diagnostics;
using Xoap.Images.Model;
using Xoap.Images.Rendering;
using Xoap.Images.Schemas;
using Xoap.Images.Tests.Infra;

namespace Xoap.Images.Tests.Booting;

/// <summary>Which settings of a builder its boot keeps: an attribute that a plugin gets anew shows up here, and asks whether it leaves something behind.</summary>
public class KeptSettingsTests
{
    private static readonly string Folder = Repository.PathOf("tests", "Xoap.Images.Tests", "Booting", "Golden", "KeptSettings");

    /// <summary>With these there is nothing to boot.</summary>
    private static readonly string[] NotBooted = ["docker.export_path", "vmware-iso.remote_type", "vmware-vmx.remote_type"];

    private static readonly Dictionary<string, string> Artifacts = new()
    {
        ["amazon"] = "eu-west-1:ami-1",
        ["azure"] = "/subscriptions/1/resourceGroups/g/providers/Microsoft.Compute/images/i",
        ["hyperv"] = "/images/m/Virtual Machines/1.vmcx",
        ["qemu"] = "/images/d.qcow2",
        ["virtualbox"] = "/images/d.ovf",
        ["vmware"] = "/images/d.vmx",
    };

    [Fact]
    public void The_settings_that_a_boot_keeps_are_as_approved() => Approved.Folder(
        Folder, [("kept.txt", string.Concat(SchemaCatalog.BuilderNames.Where(BootForms.IsBooted).Select(Text)))]);

    private static string Text(string component)
    {
        var schema = SchemaCatalog.FindBuilder(component)!;
        string[] attributes = [.. schema.Attributes.Select(attribute => attribute.Name).Where(name => !NotBooted.Contains($"{component}.{name}"))];
        string[] blocks = [.. schema.Blocks.Select(block => block.Name)];
        var boot = Boot(new Component(
            component,
            [.. attributes.Select(name => A.Text(name, name == "region" ? "eu-west-1" : "x"))],
            [.. blocks.Select(name => new SettingBlock(name, [], [], Origin.Project))]));
        var kept = boot.Settings.Where(setting => setting.Value is SettingValue.Text { Value: "x" or "eu-west-1" }).Select(setting => setting.Name)
            .Concat(boot.Blocks.Select(block => block.Name).Intersect(blocks))
            .ToHashSet();
        var given = boot.Settings.Select(setting => setting.Name).Except(kept);
        return $"""
            {component} as {boot.Name}
              keeps: {Words(attributes.Concat(blocks).Where(kept.Contains))}
              leaves out: {Words(attributes.Concat(blocks).Where(name => !kept.Contains(name)))}
              gives: {Words(given)}

            """.ReplaceLineEndings("\n");
    }

    private static Component Boot(Component component)
    {
        var plan = Boots.Plan(An.DebianImage());
        plan = plan with { Variant = plan.Variant with { Type = component.Name, Component = component } };
        var artifact = Artifacts.GetValueOrDefault(component.Name.Split('-')[0], "sha256:1");
        var image = Boots.Image(plan, artifact.StartsWith("/images", StringComparison.Ordinal) ? Built.File(artifact) : new BuiltArtifact(artifact));
        var diagnostics = new DiagnosticBag();
        var boot = BootForms.Of(new BootDraft(plan, image, PackerProfile.Newest, diagnostics));
        Assert.Empty(diagnostics);
        return boot!;
    }

    /// <summary>How a guest is reached is kept everywhere.</summary>
    private static string Words(IEnumerable<string> names) => string.Join(
        ' ',
        names.Where(name => !name.StartsWith("ssh_", StringComparison.Ordinal) && !name.StartsWith("winrm_", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
}
