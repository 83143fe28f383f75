using Xoap.Images.Model;

namespace Xoap.Images.Permissions;

/// <summary>A service account and its roles.</summary>
internal static class GooglePermissions
{
    private const string KeyRole = "roles/cloudkms.cryptoKeyEncrypterDecrypter";
    private static readonly string[] Always = ["roles/compute.instanceAdmin.v1", "roles/iam.serviceAccountUser"];

    public static IEnumerable<PermissionFile> Of(UsedSettings used)
    {
        yield return new PermissionFile("google-roles.sh", Script(used), "makes a service account and gives it its roles");
    }

    private static string Script(UsedSettings used)
    {
        var script = new ShellScript()
            .Comment("Makes the service account that builds, and gives it the roles that its builds need.")
            .Start();
        var existing = used.Texts("impersonate_service_account");
        if (existing.IsEmpty)
        {
            script.Default("account_name", "xoap-image-builder");
        }

        IEnumerable<string?> projects = used.Texts("project_id");
        foreach (var project in projects.DefaultIfEmpty())
        {
            OfProject(script, used, project, existing.IsEmpty ? null : existing[0]);
        }

        foreach (var account in existing)
        {
            script.Comment("Whoever runs the builds acts as that account.")
                .Variable("builder", null, "the member that runs the builds, such as user:jane@example.com")
                .Command(
                    "gcloud iam service-accounts add-iam-policy-binding " + ShellScript.Quote(account),
                    "--member=\"$builder\"",
                    "--role=roles/iam.serviceAccountTokenCreator");
        }

        return script.ToString();
    }

    private static void OfProject(ShellScript script, UsedSettings used, string? project, string? existing)
    {
        script.Variable("project", project, "the ID of the project to build in");
        if (existing is null)
        {
            script.Line("account=$account_name@$project.iam.gserviceaccount.com")
                .Line("gcloud iam service-accounts describe \"$account\" --project=\"$project\" > /dev/null 2>&1 ||")
                .Command("  gcloud iam service-accounts create \"$account_name\"", "--project=\"$project\"", "--display-name='Image builder'");
        }
        else
        {
            script.Variable("account", existing, "");
        }

        foreach (var role in Roles(used))
        {
            Bind(script, "\"$project\"", "serviceAccount:$account", role);
        }

        if (used.Any("network_project_id"))
        {
            script.Comment("The shared VPC's host project.");
            foreach (var host in used.Texts("network_project_id"))
            {
                Bind(script, ShellScript.Quote(host), "serviceAccount:$account", "roles/compute.networkUser");
            }
        }

        if (used.AnyInBlocks("kmsKeyName"))
        {
            script.Comment("Compute Engine itself encrypts with the key.")
                .Line("number=$(gcloud projects describe \"$project\" --format='value(projectNumber)')");
            foreach (var key in used.TextsInBlocks("kmsKeyName"))
            {
                script.Command(
                    "gcloud kms keys add-iam-policy-binding " + ShellScript.Quote(key),
                    "--member=\"serviceAccount:service-$number@compute-system.iam.gserviceaccount.com\"",
                    "--role=" + KeyRole);
            }
        }
    }

    private static IEnumerable<string> Roles(UsedSettings used)
    {
        (bool Applies, string Role)[] optional =
        [
            (used.Variants.Any(UsesStorage), "roles/storage.admin"),
            (used.Any("use_iap"), "roles/iap.tunnelResourceAccessor"),
            (used.Any("use_os_login"), "roles/compute.osAdminLogin"),
        ];
        return [.. Always, .. optional.Where(entry => entry.Applies).Select(entry => entry.Role)];
    }

    private static bool UsesStorage(Variant variant) => variant.Component.Settings.Any(setting => setting.Value switch
    {
        SettingValue.Text text => IsStorage(text),
        SettingValue.Map map => map.Entries.Any(entry => IsStorage(entry.Value)),
        SettingValue.List list => list.Values.Any(IsStorage),
        _ => false,
    });

    private static bool IsStorage(SettingValue value) =>
        value is SettingValue.Text text && text.Value.StartsWith("gs://", StringComparison.OrdinalIgnoreCase);

    private static void Bind(ShellScript script, string project, string member, string role) => script.Command(
        "gcloud projects add-iam-policy-binding " + project, $"--member=\"{member}\"", "--role=" + role, "--condition=None");
}
