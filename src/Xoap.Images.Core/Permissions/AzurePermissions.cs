using System.Collections.Immutable;

namespace Xoap.Images.Permissions;

/// <summary>A service principal: as contributor, or with a role that has only what the builds do.</summary>
internal static class AzurePermissions
{
    private const string Subscription = "[SubscriptionId]";
    private const string RoleFile = "azure-role.json";

    public static IEnumerable<PermissionFile> Of(UsedSettings used)
    {
        var subscriptions = Subscriptions(used);
        yield return new PermissionFile("azure-contributor.sh", Contributor(subscriptions), "makes a service principal that is Contributor");
        yield return new PermissionFile(RoleFile, Role(used, subscriptions), "the narrower role");
        yield return new PermissionFile("azure-role.sh", CustomRole(used, subscriptions), "makes that role and a service principal that has it");
    }

    /// <summary>The subscriptions that the builders and their galleries are in; a placeholder when a builder's is not known here.</summary>
    private static ImmutableArray<string> Subscriptions(UsedSettings used)
    {
        var all = ImmutableArray.CreateBuilder<string>();
        all.AddRange(used.Texts("subscription_id"));
        if (all.Count == 0 || used.Variants.Any(variant => UsedSettings.Text(variant, "subscription_id") is null))
        {
            all.Add(Subscription);
        }

        all.AddRange(used.Texts("shared_image_gallery", "subscription").Except(all, StringComparer.OrdinalIgnoreCase));
        all.AddRange(used.Texts("shared_image_gallery_destination", "subscription").Except(all, StringComparer.OrdinalIgnoreCase));
        return all.ToImmutable();
    }

    private static string Contributor(ImmutableArray<string> subscriptions) => Principal(
        Head("Makes a service principal that is Contributor on the subscription. azure-role.sh makes one that may do less.", subscriptions)
            .Variable("role_name", "Contributor", ""),
        subscriptions);

    private static string CustomRole(UsedSettings used, ImmutableArray<string> subscriptions) => Principal(
        Head($"Makes the role of {RoleFile} and a service principal that has it. Needs the right to make roles (Owner).", subscriptions)
            .Variable("role_name", RoleName(used), "")
            .Line($"role=$({(Knows(subscriptions) ? "cat" : "sed \"s|\\[SubscriptionId\\]|$subscription_id|\"")} \"$(dirname \"$0\")/{RoleFile}\")")
            .Line("verb=create")
            .Line($"if [ -n \"$(az role definition list --custom-role-only true --name \"$role_name\" --scope {Scope(subscriptions[0])} --query '[0].name' --output tsv)\" ]; then")
            .Line("  verb=update")
            .Line("fi")
            .Line("az role definition \"$verb\" --role-definition \"$role\""),
        subscriptions);

    private static string RoleName(UsedSettings used) => "Xoap.Images builder of " + used.Purpose;

    private static ShellScript Head(string purpose, ImmutableArray<string> subscriptions)
    {
        var script = new ShellScript()
            .Comment(purpose)
            .Comment("It prints appId (ClientId), password (ClientSecret) and tenant (TenantId): keep the password where your secrets are.")
            .Start();
        if (!Knows(subscriptions))
        {
            script.Variable("subscription_id", null, "the ID of the subscription to build in");
        }

        return script.Default("principal_name", "xoap-image-principal");
    }

    /// <summary>Made anew, a principal would lose the password that is in use: https://github.com/Azure/azure-cli/issues/20175.</summary>
    private static string Principal(ShellScript script, ImmutableArray<string> subscriptions)
    {
        var scopes = string.Join(' ', subscriptions.Select(Scope));
        return script
            .Line("app_id=$(az ad sp list --display-name \"$principal_name\" --query \"[?displayName=='$principal_name'].appId | [0]\" --output tsv)")
            .Line("if [ -z \"$app_id\" ]; then")
            .Line($"  az ad sp create-for-rbac --name \"$principal_name\" --role \"$role_name\" --scopes {scopes} --years 1")
            .Line("  exit")
            .Line("fi")
            .Line($"for scope in {scopes}; do")
            .Line("  if [ -z \"$(az role assignment list --assignee \"$app_id\" --role \"$role_name\" --scope \"$scope\" --query '[0].id' --output tsv)\" ]; then")
            .Line("    az role assignment create --assignee \"$app_id\" --role \"$role_name\" --scope \"$scope\"")
            .Line("  fi")
            .Line("done")
            .Line("echo \"$principal_name ($app_id) was there already: it has the role, and keeps its password.\"")
            .ToString();
    }

    private static string Scope(string subscription) =>
        subscription == Subscription ? "\"/subscriptions/$subscription_id\"" : ShellScript.Quote($"/subscriptions/{subscription}");

    private static bool Knows(ImmutableArray<string> subscriptions) => !subscriptions.Contains(Subscription);

    private static string Role(UsedSettings used, ImmutableArray<string> subscriptions) => JsonText.Of(json =>
    {
        json.WriteStartObject();
        json.WriteString("Name", RoleName(used));
        json.WriteBoolean("IsCustom", true);
        json.WriteString("Description", "What Packer does to build the images of this connection.");
        JsonText.Texts(json, "Actions", AzureActions.Of(used));
        JsonText.Texts(json, "NotActions", []);
        JsonText.Texts(json, "AssignableScopes", subscriptions.Select(subscription => $"/subscriptions/{subscription}"));
        json.WriteEndObject();
    });
}
