using System.Collections.Immutable;
using Xoap.Images.Diagnostics;
using Xoap.Images.Model;
using Xoap.Images.Schemas;
using Xoap.Images.Schemas.Builders;

namespace Xoap.Images.Validation.Rules;

/// <summary>The clouds' Windows images start no SSH server, and Google's have no Administrator who could sign in.</summary>
internal static class CloudWindowsAnswers
{
    /// <summary>What can start an SSH server at the first boot.</summary>
    private static readonly ImmutableArray<(BuilderType Type, string[] Starters)> FirstBoot =
    [
        (AmazonEbs.Type, ["user_data", "user_data_file"]),
        (Azure.AzureManaged, ["custom_data", "custom_data_file", "custom_script", "user_data", "user_data_file"]),
        (Azure.AzureGallery, ["custom_data", "custom_data_file", "custom_script", "user_data", "user_data_file"]),
        (GoogleCompute.Type, ["metadata", "metadata_files", "startup_script_file"]),
    ];

    public static void Check(ImageDefinition definition, ReadingTroubles troubles, DiagnosticBag diagnostics)
    {
        foreach (var (type, starters) in FirstBoot)
        {
            foreach (var variant in CloudVariants.Of(definition, troubles, type))
            {
                if (variant.OperatingSystem?.Platform != Platform.Windows)
                {
                    continue;
                }

                // Without a communicator Packer takes SSH.
                var communicator = variant.Component.Find(PlatformDefault.Communicator);
                if (communicator is null or { Value: SettingValue.Text { Value: PlatformDefault.Ssh } } && !starters.Any(variant.Component.Has))
                {
                    diagnostics.Add(CloudDiagnostics.WindowsWithoutSsh(
                        (communicator ?? variant.Component.Find("ssh_username"))?.Origin ?? variant.Origin, variant.Name, string.Join(", ", starters.Select(SettingName.ToMetadata))));
                }

                if (type == GoogleCompute.Type
                    && variant.Component.Find("winrm_username") is { Value: SettingValue.Text user } setting
                    && string.Equals(user.Value, "Administrator", StringComparison.OrdinalIgnoreCase))
                {
                    diagnostics.Add(CloudDiagnostics.AdministratorIsDisabled(setting.Origin, variant.Name));
                }
            }
        }
    }
}
