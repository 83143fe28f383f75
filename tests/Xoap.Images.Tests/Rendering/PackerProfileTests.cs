using System.Text.RegularExpressions;
using Xoap.Images.Diagnostics;
using Xoap.Images.Model;
using Xoap.Images.Rendering;
using Xoap.Images.Schemas;
using Xoap.Images.Tests.Infra;

namespace Xoap.Images.Tests.Rendering;

public class PackerProfileTests
{
    [Theory]
    [InlineData("1.6.3", nameof(PackerCapability.BundledComponents))]
    [InlineData("1.6.6", nameof(PackerCapability.BundledComponents), nameof(PackerCapability.CdFiles))]
    [InlineData("1.7.0", nameof(PackerCapability.BundledComponents), nameof(PackerCapability.RequiredPlugins), nameof(PackerCapability.CdFiles))]
    [InlineData("1.10.0", nameof(PackerCapability.RequiredPlugins), nameof(PackerCapability.CdFiles))]
    [InlineData("1.13.1", nameof(PackerCapability.RequiredPlugins), nameof(PackerCapability.CdFiles), nameof(PackerCapability.FormatSeveralFiles))]
    [InlineData(
        "1.16.0",
        nameof(PackerCapability.RequiredPlugins), nameof(PackerCapability.CdFiles), nameof(PackerCapability.FormatSeveralFiles),
        nameof(PackerCapability.ContinueOnError))]
    public void A_version_can_what_its_row_says(string version, params string[] expected)
    {
        var profile = PackerProfile.For(Version.Parse(version));
        Assert.Equal(expected, Enum.GetValues<PackerCapability>().Where(profile.Can).Select(capability => capability.ToString()));
    }

    [Fact]
    public void Packer_before_HCL_is_refused() =>
        Assert.Equal(["XIMG3000"], Codes("1.5.6", A.Null(A.Text("communicator", "none"))));

    [Fact]
    public void What_else_such_a_Packer_lacks_is_not_said() => Assert.Equal(
        ["XIMG3000"],
        Codes("0.9", A.Qemu(A.Text("efi_boot", "true")), Raw("sleep", A.Text("duration", "1s"))));

    [Theory]
    [InlineData("1.6.6", "XIMG3001")]
    [InlineData("1.8.0")]
    public void A_setting_that_came_later_is_a_diagnostic_at_the_setting(string version, params string[] expected)
    {
        var origin = new Origin("Provisioner", "x", 0, "Env");
        var raw = Raw("shell", A.Text("script", "/x"), new Setting("env", new SettingValue.Map([]), Impact.Content, origin));
        var diagnostics = Diagnostics(version, A.Null(A.Text("communicator", "none")), raw);
        Assert.Equal(expected, diagnostics.Select(diagnostic => diagnostic.Code));
        Assert.All(diagnostics, diagnostic => Assert.Equal(origin, diagnostic.Origin));
    }

    [Fact]
    public void The_message_names_the_release_that_has_the_setting()
    {
        var diagnostic = Assert.Single(Diagnostics("1.6.6", A.Qemu(A.Text("efi_boot", "true"))));
        Assert.Contains("version 1.0.7 of the plugin github.com/hashicorp/qemu", diagnostic.Message, StringComparison.Ordinal);
        Assert.Empty(Codes("1.7.0", A.Qemu(A.Text("efi_boot", "true"))));
        diagnostic = Assert.Single(Diagnostics("1.6.0", A.Null(A.Text("temporary_key_pair_type", "rsa"))));
        Assert.Contains("Packer 1.6.5", diagnostic.Message, StringComparison.Ordinal);
        diagnostic = Assert.Single(Diagnostics("1.7.0", A.Null(), Raw("shell-local", A.Text("env", ""))));
        Assert.Contains("Packer 1.8.0", diagnostic.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_bundled_component_needed_is_asked_for()
    {
        var origin = new Origin("Builder", "b", 0, "StoragePool");
        var proxmox = A.Qemu() with
        {
            Component = new Component("proxmox-iso", [], [new SettingBlock("disks", [A.Text("storage_pool", "x")], [], origin)]),
        };
        var diagnostic = Assert.Single(Diagnostics("1.6.6", proxmox));
        Assert.Equal(("XIMG3005", origin), (diagnostic.Code, diagnostic.Origin));
        Assert.Equal(
            "proxmox-iso of Packer 1.6.6 needs StoragePoolType in each block 'disks'. "
            + "Write StoragePoolType on a BuilderBlock with Block=\"disks\", or install Packer 1.7 or newer.",
            diagnostic.Message);
        Assert.Empty(Codes("1.7.0", proxmox));
    }

    [Fact]
    public void A_block_that_a_bundled_component_cannot_read_is_refused()
    {
        var origin = new Origin("BuilderBlock", "drivers");
        var proxmox = A.Qemu() with
        {
            Component = new Component("proxmox-iso", [], [new SettingBlock("additional_iso_files", [], [], origin)]),
        };
        var diagnostic = Assert.Single(Diagnostics("1.6.6", proxmox));
        Assert.Equal(("XIMG3001", origin), (diagnostic.Code, diagnostic.Origin));
        Assert.Empty(Codes("1.7.0", proxmox));
    }

    [Fact]
    public void A_foreign_plugin_needs_a_Packer_that_installs_plugins()
    {
        Assert.Equal(["XIMG3002"], Codes("1.6.6", A.Null(), Raw("windows-update")));
        Assert.Empty(Codes("1.7.0", A.Null(), Raw("windows-update")));
    }

    [Fact]
    public async Task Packer_1_6_crashes_on_sleep_and_we_say_so()
    {
        Assert.Equal(["XIMG3003"], Codes("1.6.6", A.Null(), Raw("sleep", A.Text("duration", "1s"))));
        using var folder = new TempFolder();
        folder.Write(
            "a.pkr.hcl",
            "source \"null\" \"x\" {\n  communicator = \"none\"\n}\n"
            + "build {\n  sources = [\"source.null.x\"]\n  provisioner \"sleep\" {\n    duration = \"1s\"\n  }\n}\n");
        var (_, output) = await Packer.Run(folder.Path, ["validate", "."]);
        Assert.Contains("PACKER CRASH", output, StringComparison.Ordinal);
    }

    /// <summary>The data and the rule against the real thing: every attribute of every component that it has.</summary>
    [Theory]
    [InlineData("qemu")]
    [InlineData("vsphere-iso")]
    [InlineData("vsphere-clone")]
    [InlineData("vmware-iso")]
    [InlineData("vmware-vmx")]
    [InlineData("hyperv-iso")]
    [InlineData("hyperv-vmcx")]
    [InlineData("virtualbox-iso")]
    [InlineData("virtualbox-ovf")]
    [InlineData("proxmox-iso")]
    [InlineData("proxmox-clone")]
    [InlineData("docker")]
    [InlineData("null")]
    [InlineData("file")]
    public async Task Packer_1_6_lacks_exactly_the_builder_attributes_that_we_say(string component)
    {
        var schema = SchemaCatalog.FindBuilder(component)!;
        await ExpectLacking(
            schema,
            attributes => $"source \"{component}\" \"x\" {{\n{attributes}}}\nbuild {{\n  sources = [\"source.{component}.x\"]\n}}\n");
    }

    [Theory]
    [InlineData("shell")]
    [InlineData("shell-local")]
    [InlineData("file")]
    [InlineData("powershell")]
    [InlineData("windows-restart")]
    [InlineData("windows-shell")]
    [InlineData("ansible")]
    [InlineData("ansible-local")]
    [InlineData("breakpoint")]
    public async Task Packer_1_6_lacks_exactly_the_provisioner_attributes_that_we_say(string component)
    {
        var schema = SchemaCatalog.FindProvisioner(component)!;
        await ExpectLacking(
            schema,
            attributes => "source \"null\" \"x\" {\n  communicator = \"none\"\n}\n"
                + $"build {{\n  sources = [\"source.null.x\"]\n  provisioner \"{component}\" {{\n{attributes}}}\n}}\n");
    }

    /// <summary>Packer names some of the attributes it does not know at a time: ask until it knows all the others.</summary>
    private static async Task ExpectLacking(ComponentSchema schema, Func<string, string> template)
    {
        using var folder = new TempFolder();
        var left = schema.Attributes;
        while (true)
        {
            folder.Write("a.pkr.hcl", template(string.Concat(left.Select(attribute => $"  {attribute.Name} = {Example(attribute.Type)}\n"))));
            var (_, output) = await Packer.Run(folder.Path, ["validate", "."]);
            var unknown = Regex.Matches(output, "An argument named\\s+\"([^\"]+)\"").Select(match => match.Groups[1].Value).ToArray();
            if (unknown.Length == 0)
            {
                break;
            }

            left = left.RemoveAll(attribute => unknown.Contains(attribute.Name));
        }

        var ours = schema.Attributes.Where(attribute => ProfileCheck.Missing(RenderedFolder.Legacy, schema, attribute) is not null);
        Assert.Equal(ours.Select(attribute => attribute.Name), schema.Attributes.Except(left).Select(attribute => attribute.Name));
    }

    private static string Example(SettingType type) => type.Kind switch
    {
        SettingKind.Text => "\"x\"",
        SettingKind.Number => "1",
        SettingKind.Flag => "false",
        SettingKind.List => $"[{Example(type.Element!)}]",
        _ => $"{{ a = {Example(type.Element!)} }}",
    };

    private static Provisioner Raw(string component, params Setting[] settings) =>
        A.Provisioner("x", component, component) with { Component = new Component(component, [.. settings], []) };

    private static IEnumerable<string> Codes(string version, Variant variant, params Provisioner[] provisioners) =>
        Diagnostics(version, variant, provisioners).Select(diagnostic => diagnostic.Code);

    private static DiagnosticBag Diagnostics(string version, Variant variant, params Provisioner[] provisioners)
    {
        var diagnostics = new DiagnosticBag();
        RenderedFolder.Render(
            RenderedFolder.Plan(variant, provisioners), PackerProfile.For(Version.Parse(version)), diagnostics);
        return diagnostics;
    }
}
