using Xoap.Images.Model;

namespace Xoap.Images.Permissions;

/// <summary>The operations of Azure's resource providers that azure-arm calls.</summary>
internal static class AzureActions
{
    private static readonly string[] Machine =
    [
        "Microsoft.Compute/disks/delete",
        "Microsoft.Compute/disks/read",
        "Microsoft.Compute/disks/write",
        "Microsoft.Compute/locations/operations/read",
        "Microsoft.Compute/virtualMachines/deallocate/action",
        "Microsoft.Compute/virtualMachines/delete",
        "Microsoft.Compute/virtualMachines/generalize/action",
        "Microsoft.Compute/virtualMachines/instanceView/read",
        "Microsoft.Compute/virtualMachines/powerOff/action",
        "Microsoft.Compute/virtualMachines/read",
        "Microsoft.Compute/virtualMachines/write",
        "Microsoft.Network/networkInterfaces/delete",
        "Microsoft.Network/networkInterfaces/join/action",
        "Microsoft.Network/networkInterfaces/read",
        "Microsoft.Network/networkInterfaces/write",
        "Microsoft.Resources/deployments/cancel/action",
        "Microsoft.Resources/deployments/delete",
        "Microsoft.Resources/deployments/operations/read",
        "Microsoft.Resources/deployments/operationstatuses/read",
        "Microsoft.Resources/deployments/read",
        "Microsoft.Resources/deployments/validate/action",
        "Microsoft.Resources/deployments/write",
        "Microsoft.Resources/subscriptions/resourceGroups/read",
        "Microsoft.Resources/subscriptions/resourceGroups/resources/read",
    ];

    private static readonly string[] OwnNetwork =
    [
        "Microsoft.Network/networkSecurityGroups/delete",
        "Microsoft.Network/networkSecurityGroups/join/action",
        "Microsoft.Network/networkSecurityGroups/read",
        "Microsoft.Network/networkSecurityGroups/write",
        "Microsoft.Network/virtualNetworks/delete",
        "Microsoft.Network/virtualNetworks/write",
        "Microsoft.Network/virtualNetworks/subnets/write",
    ];

    private static readonly string[] AnyNetwork =
    [
        "Microsoft.Network/virtualNetworks/read",
        "Microsoft.Network/virtualNetworks/subnets/join/action",
        "Microsoft.Network/virtualNetworks/subnets/read",
    ];

    private static readonly string[] PublicAddress =
    [
        "Microsoft.Network/publicIPAddresses/delete",
        "Microsoft.Network/publicIPAddresses/join/action",
        "Microsoft.Network/publicIPAddresses/read",
        "Microsoft.Network/publicIPAddresses/write",
    ];

    private static readonly string[] KeyVault =
    [
        "Microsoft.KeyVault/locations/deletedVaults/purge/action",
        "Microsoft.KeyVault/locations/operationResults/read",
        "Microsoft.KeyVault/vaults/delete",
        "Microsoft.KeyVault/vaults/deploy/action",
        "Microsoft.KeyVault/vaults/read",
        "Microsoft.KeyVault/vaults/secrets/read",
        "Microsoft.KeyVault/vaults/secrets/write",
        "Microsoft.KeyVault/vaults/write",
    ];

    /// <summary>Each once, sorted.</summary>
    public static IEnumerable<string> Of(UsedSettings used)
    {
        var ownNetwork = used.Variants.Any(variant => variant.Component.Find("virtual_network_name") is null);
        var temporaryGroup = used.Variants.Any(variant => variant.Component.Find("build_resource_group_name") is null);
        (bool Applies, string[] Actions)[] all =
        [
            (true, Machine),
            (true, AnyNetwork),
            (ownNetwork, OwnNetwork),
            (ownNetwork || used.Any("private_virtual_network_with_public_ip"), PublicAddress),
            (temporaryGroup, ["Microsoft.Resources/subscriptions/resourceGroups/delete", "Microsoft.Resources/subscriptions/resourceGroups/write"]),
            (used.Variants.Any(NeedsKeyVault), KeyVault),
            (used.Variants.Any(MakesManagedImage), All("Microsoft.Compute/images")),
            (used.Any("custom_managed_image_name"), ["Microsoft.Compute/images/read"]),
            (used.Any("managed_image_os_disk_snapshot_name", "managed_image_data_disk_snapshot_prefix"), All("Microsoft.Compute/snapshots")),
            (used.Any("shared_image_gallery", "shared_image_gallery_destination"), Gallery("images/versions/read")),
            (used.Any("shared_image_gallery_destination"), Gallery("images/versions/delete", "images/versions/write")),
            (used.Any("capture_container_name", "storage_account"), ["Microsoft.Compute/virtualMachines/capture/action", .. Storage]),
            (used.Any("boot_diag_storage_account"), Storage),
            (used.Any("user_assigned_managed_identities"), ["Microsoft.ManagedIdentity/userAssignedIdentities/assign/action"]),
            (used.Any("disk_encryption_set_id") || used.AnyInBlocks("disk_encryption_set_id"), ["Microsoft.Compute/diskEncryptionSets/read"]),
            (used.Any("custom_script"), All("Microsoft.Compute/virtualMachines/extensions")),
            (used.Any("plan_info"), Agreements),
        ];
        return all.Where(entry => entry.Applies).SelectMany(entry => entry.Actions).Distinct().Order(StringComparer.OrdinalIgnoreCase);
    }

    private static string[] Storage => ["Microsoft.Storage/storageAccounts/listKeys/action", "Microsoft.Storage/storageAccounts/read"];

    private static string[] Agreements =>
    [
        "Microsoft.MarketplaceOrdering/offertypes/publishers/offers/plans/agreements/read",
        "Microsoft.MarketplaceOrdering/offertypes/publishers/offers/plans/agreements/write",
    ];

    private static string[] All(string resource) => [resource + "/delete", resource + "/read", resource + "/write"];

    private static string[] Gallery(params string[] operations) =>
        ["Microsoft.Compute/galleries/read", "Microsoft.Compute/galleries/images/read", .. operations.Select(name => "Microsoft.Compute/galleries/" + name)];

    /// <summary>What is neither put into a gallery nor left as a blob is a managed image.</summary>
    private static bool MakesManagedImage(Variant variant) =>
        variant.Component.Find("managed_image_name") is not null
        || variant.Component.Find("managed_image_resource_group_name") is not null
        || (variant.Component.Find("capture_container_name") is null
            && variant.Component.Blocks.All(block => block.Name != "shared_image_gallery_destination"));

    /// <summary>The certificate of WinRM is handed to the machine through a key vault.</summary>
    private static bool NeedsKeyVault(Variant variant) =>
        (variant.OperatingSystem?.Platform == Platform.Windows || UsedSettings.Text(variant, "os_type") == "Windows")
        && UsedSettings.Text(variant, "communicator") != "ssh"
        && variant.Component.Find("skip_create_build_key_vault") is not { Value: SettingValue.Flag { Value: true } };
}
