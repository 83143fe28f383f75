using Xoap.Images.Model;
using Xoap.Images.Schemas.Builders;

namespace Xoap.Images.Booting;

/// <summary>An AMI starts as an instance of EC2, of which no AMI is made.</summary>
internal static class AmazonBoot
{
    private const string Launch = "launch_block_device_mappings";
    private const string Device = "device_name";
    private const string Delete = "delete_on_termination";

    public static Component? Of(BootDraft draft)
    {
        if (!draft.CreatesNothing("amazon-ebs", "skip_create_ami") || draft.Source("amazon-ebs") is not { } source)
        {
            return null;
        }

        var boot = draft.Keep(
                "amazon-ebs", "ami_*", "deprecate_at", "deregistration_protection", "ena_support", "encrypt_boot", "fast_launch",
                "force_*", "imds_support", "kms_key_id", Launch, "region_kms_key_ids", "skip_ami_run_tags", "skip_save_build_region", "snapshot_*",
                AmazonEbs.Filter, "sriov_support", "tag", "tags")
            .With("source_ami", source["SourceAmi"], draft)
            .With("skip_create_ami", true, draft)
            .Named("ami_name", draft)
            .Tagged("run_tags", AmazonEbs.Type.Tags!, draft);
        return boot with { Blocks = [.. boot.Blocks, .. Devices(draft.Component).Select(device => Mapping(device, draft))] };
    }

    /// <summary>The AMI has a snapshot of each of them. What the instance makes of it is to end with the instance.</summary>
    private static IEnumerable<SettingValue> Devices(Component component) => component.Blocks
        .Where(block => block.Name == (component.Name == "amazon-ebs" ? Launch : "ami_root_device") || block.Name == "ami_block_device_mappings")
        .Where(block => !block.Settings.Any(setting => setting.Name is "virtual_name" or "no_device"))
        .SelectMany(block => block.Settings)
        .Where(setting => setting.Name == Device)
        .Select(setting => setting.Value)
        .Distinct();

    private static SettingBlock Mapping(SettingValue device, BootDraft draft) => new(
        Launch,
        [
            new Setting(Delete, new SettingValue.Flag(true), Impact.Effort, draft.Origin),
            new Setting(Device, device, Impact.Effort, draft.Origin),
        ],
        [],
        draft.Origin);
}
