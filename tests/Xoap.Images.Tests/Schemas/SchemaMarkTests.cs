using System.Text.RegularExpressions;
using Xoap.Images.Model;
using Xoap.Images.Schemas;
using Xoap.Images.Tests.Infra;

namespace Xoap.Images.Tests.Schemas;

/// <summary>What only we know about attributes (eng/marks): what a change means, what is secret, what names files.</summary>
public class SchemaMarkTests
{
    [Theory]
    [InlineData("amazon-ebs", "source_ami", nameof(Impact.Content))]
    [InlineData("amazon-ebs", "source_ami_filter.owners", nameof(Impact.Content))]
    [InlineData("amazon-ebs", "launch_block_device_mappings.volume_size", nameof(Impact.Content))]
    [InlineData("amazon-ebs", "user_data_file", nameof(Impact.Content))]
    [InlineData("amazon-ebs", "region", nameof(Impact.Target))]
    [InlineData("amazon-ebs", "instance_type", nameof(Impact.Target))]
    [InlineData("amazon-ebs", "assume_role.role_arn", nameof(Impact.Target))]
    [InlineData("amazon-ebs", "ami_users", nameof(Impact.Target))]
    [InlineData("amazon-ebs", "run_tags", nameof(Impact.Target))]
    [InlineData("amazon-ebs", "subnet_filter.filter.value", nameof(Impact.Effort))]
    [InlineData("amazon-ebs", "aws_polling.max_attempts", nameof(Impact.Effort))]
    [InlineData("amazon-ebs", "availability_zone", nameof(Impact.Effort))]
    [InlineData("amazon-ebsvolume", "availability_zone", nameof(Impact.Target))]
    [InlineData("amazon-chroot", "pre_mount_commands", nameof(Impact.Content))]
    [InlineData("azure-arm", "image_publisher", nameof(Impact.Content))]
    [InlineData("azure-arm", "shared_image_gallery.image_version", nameof(Impact.Content))]
    [InlineData("azure-arm", "shared_image_gallery_destination.image_version", nameof(Impact.Target))]
    [InlineData("azure-arm", "shared_image_gallery_destination.target_region.replicas", nameof(Impact.Target))]
    [InlineData("azure-arm", "vm_size", nameof(Impact.Target))]
    [InlineData("azure-arm", "subscription_id", nameof(Impact.Target))]
    [InlineData("azure-arm", "client_id", nameof(Impact.Effort))]
    [InlineData("azure-arm", "virtual_network_name", nameof(Impact.Effort))]
    [InlineData("azure-arm", "spot.max_price", nameof(Impact.Effort))]
    [InlineData("azure-dtl", "dtl_artifacts.parameters.value", nameof(Impact.Content))]
    [InlineData("googlecompute", "source_image_family", nameof(Impact.Content))]
    [InlineData("googlecompute", "startup_script_file", nameof(Impact.Content))]
    [InlineData("googlecompute", "image_family", nameof(Impact.Target))]
    [InlineData("googlecompute", "machine_type", nameof(Impact.Target))]
    [InlineData("googlecompute", "subnetwork", nameof(Impact.Effort))]
    [InlineData("googlecompute", "tags", nameof(Impact.Effort))]
    [InlineData("hyperv-iso", "generation", nameof(Impact.Content))]
    [InlineData("hyperv-iso", "switch_name", nameof(Impact.Target))]
    [InlineData("hyperv-vmcx", "clone_from_vm_name", nameof(Impact.Content))]
    [InlineData("nutanix", "vm_disks.source_image_name", nameof(Impact.Content))]
    [InlineData("nutanix", "cluster_name", nameof(Impact.Target))]
    [InlineData("nutanix", "nutanix_port", nameof(Impact.Effort))]
    [InlineData("proxmox-iso", "boot_iso.iso_file", nameof(Impact.Content))]
    [InlineData("proxmox-iso", "disks.storage_pool", nameof(Impact.Target))]
    [InlineData("proxmox-clone", "clone_vm", nameof(Impact.Content))]
    [InlineData("proxmox-clone", "task_timeout", nameof(Impact.Effort))]
    [InlineData("qemu", "machine_type", nameof(Impact.Content))]
    [InlineData("qemu", "memory", nameof(Impact.Target))]
    [InlineData("virtualbox-iso", "vboxmanage", nameof(Impact.Content))]
    [InlineData("virtualbox-iso", "vrdp_port_min", nameof(Impact.Effort))]
    [InlineData("virtualbox-ovf", "source_path", nameof(Impact.Content))]
    [InlineData("vmware-iso", "vmx_data", nameof(Impact.Content))]
    [InlineData("vmware-vmx", "linked", nameof(Impact.Target))]
    [InlineData("vsphere-iso", "iso_paths", nameof(Impact.Content))]
    [InlineData("vsphere-iso", "network_adapters.network_card", nameof(Impact.Content))]
    [InlineData("vsphere-iso", "network_adapters.network", nameof(Impact.Target))]
    [InlineData("vsphere-iso", "content_library_destination.library", nameof(Impact.Target))]
    [InlineData("vsphere-iso", "remote_cache_path", nameof(Impact.Effort))]
    [InlineData("vsphere-clone", "customize.windows_options.computer_name", nameof(Impact.Content))]
    [InlineData("vsphere-clone", "template", nameof(Impact.Content))]
    [InlineData("vsphere-supervisor", "image_name", nameof(Impact.Content))]
    [InlineData("xenserver-iso", "iso_name", nameof(Impact.Content))]
    [InlineData("xenserver-iso", "sr_name", nameof(Impact.Target))]
    [InlineData("xenserver-iso", "install_timeout", nameof(Impact.Effort))]
    public void Attributes_say_what_a_change_means(string builder, string path, string impact) =>
        Assert.Equal(impact, Attribute(builder, path).Impact.ToString());

    [Theory]
    [InlineData("amazon-ebs", "user_data_file", nameof(SettingFormat.File))]
    [InlineData("amazon-ebs", "shared_credentials_file", nameof(SettingFormat.Path))]
    [InlineData("azure-arm", "client_cert_path", nameof(SettingFormat.Path))]
    [InlineData("googlecompute", "metadata_files", nameof(SettingFormat.File))]
    [InlineData("googlecompute", "credentials_file", nameof(SettingFormat.Path))]
    [InlineData("hyperv-iso", "secondary_iso_images", nameof(SettingFormat.File))]
    [InlineData("hyperv-iso", "cd_files", nameof(SettingFormat.Files))]
    [InlineData("nutanix", "vm_disks.source_image_path", nameof(SettingFormat.File))]
    [InlineData("proxmox-iso", "additional_iso_files.cd_files", nameof(SettingFormat.Files))]
    [InlineData("vmware-iso", "vmx_template_path", nameof(SettingFormat.File))]
    [InlineData("vsphere-clone", "customize.windows_sysprep_file", nameof(SettingFormat.File))]
    [InlineData("vsphere-iso", "iso_paths", nameof(SettingFormat.None))]
    [InlineData("xenserver-iso", "ssh_key_path", nameof(SettingFormat.Path))]
    public void Attributes_say_which_name_files_of_the_building_machine(string builder, string path, string format) =>
        Assert.Equal(format, Attribute(builder, path).Format.ToString());

    [Theory]
    [InlineData("amazon-ebs", "secret_key", true)]
    [InlineData("amazon-ebs", "access_key", false)]
    [InlineData("azure-arm", "client_secret", true)]
    [InlineData("azure-arm", "client_id", false)]
    [InlineData("googlecompute", "disk_encryption_key.rawKey", true)]
    [InlineData("vsphere-iso", "password", true)]
    [InlineData("vsphere-clone", "customize.windows_options.admin_password", true)]
    [InlineData("xenserver-iso", "remote_username", false)]
    public void Attributes_say_what_is_secret(string builder, string path, bool secret) =>
        Assert.Equal(secret, Attribute(builder, path).Secret);

    [Fact]
    public void What_is_called_a_secret_is_one()
    {
        // Names that only sound like one: a time limit, a flag, a policy, the name of a vault's entry.
        var harmless = new[]
        {
            "windows_password_timeout", "sas_token_duration", "build_key_vault_secret_name", "vnc_disable_password",
            "vnc_use_password", "metadata_options.http_tokens",
        };
        var called = Every.Attribute()
            .Where(attribute => Regex.IsMatch(attribute.Path, "password|secret|token|_jwt|rawKey|credentials_json|mfa_code"))
            .Where(attribute => !harmless.Contains(attribute.Path))
            .ToList();
        Assert.True(called.Count > 100);
        Assert.All(called, attribute => Assert.True(attribute.Schema.Secret, $"{attribute.Component} {attribute.Path}"));
        Assert.Equal(
            called.Select(attribute => (attribute.Component, attribute.Path)),
            Every.Attribute().Where(attribute => attribute.Schema.Secret).Select(attribute => (attribute.Component, attribute.Path)));
    }

    [Fact]
    public void Steps_have_no_target_because_their_builder_has_it()
    {
        var attributes = SchemaCatalog.ProvisionerNames.SelectMany(name => SchemaCatalog.FindProvisioner(name)!.Attributes).ToList();
        Assert.True(attributes.Count > 150);
        Assert.DoesNotContain(attributes, attribute => attribute.Impact == Impact.Target);
    }

    [Fact]
    public void Waiting_is_effort_everywhere()
    {
        var durations = Every.Attribute().Where(attribute => attribute.Schema.Format == SettingFormat.Duration).ToList();
        Assert.True(durations.Count > 200);
        Assert.All(durations, attribute => Assert.True(attribute.Schema.Impact == Impact.Effort, $"{attribute.Component} {attribute.Path}"));
    }

    private static SettingSchema Attribute(string builder, string path) =>
        Assert.Single(Every.Attribute(), attribute => attribute.Component.Name == builder && attribute.Path == path
            && attribute.Component.Kind == ComponentKind.Builder).Schema;
}
