using System.Collections.Immutable;

namespace Xoap.Images.Permissions;

/// <summary>A service principal: as contributor, or with a role that has only what the builds do.</summary>
internal static class AzurePermissions
{
    private const string Subscription = "[SubscriptionId]";
    private const string RoleFile = "azure-role.json";
    private const string RoleName = "Xoap.Images builder";

    public static IEnumerable<PermissionFile> Of(UsedSettings used)
    {
        var subscriptions = Subscriptions(used);
        yield return new PermissionFile("azure-contributor.sh", Contributor(subscriptions), "makes a service principal that is Contributor");
        yield return new PermissionFile(RoleFile, Role(used, subscriptions), "the narrower role");
        yield return new PermissionFile("azure-role.sh", CustomRole(subscriptions), "makes that role and a service principal that has it");
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
        Head("Makes a service principal that is Contributor on the subscription. azure-role.sh makes one that may do less.", subscriptions),
        "Contributor",
        subscriptions);

    private static string CustomRole(ImmutableArray<string> subscriptions)
    {
        var script = Head($"Makes the role of {RoleFile} and a service principal that has it. Needs the right to make roles (Owner).", subscriptions);
        script.Line($"role=$({(Knows(subscriptions) ? "cat" : "sed \"s|\\[SubscriptionId\\]|$subscription_id|\"")} \"$(dirname \"$0\")/{RoleFile}\")");
        script.Line("az role definition create --role-definition \"$role\"");
        return Principal(script, RoleName, subscriptions);
    }

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

    private static string Principal(ShellScript script, string role, ImmutableArray<string> subscriptions) => script
        .Command(
            "az ad sp create-for-rbac",
            "--name \"$principal_name\"",
            $"--role {(role.Contains(' ', StringComparison.Ordinal) ? ShellScript.Quote(role) : role)}",
            "--scopes " + string.Join(' ', subscriptions.Select(Scope)),
            "--years 1")
        .ToString();

    private static string Scope(string subscription) =>
        subscription == Subscription ? "\"/subscriptions/$subscription_id\"" : ShellScript.Quote($"/subscriptions/{subscription}");

    private static bool Knows(ImmutableArray<string> subscriptions) => !subscriptions.Contains(Subscription);

    private static string Role(UsedSettings used, ImmutableArray<string> subscriptions) => JsonText.Of(json =>
    {
        json.WriteStartObject();
        json.WriteString("Name", RoleName);
        json.WriteBoolean("IsCustom", true);
        json.WriteString("Description", "What Packer does to build the images of this connection.");
        JsonText.Texts(json, "Actions", AzureActions.Of(used));
        JsonText.Texts(json, "NotActions", []);
        JsonText.Texts(json, "AssignableScopes", subscriptions.Select(subscription => $"/subscriptions/{subscription}"));
        json.WriteEndObject();
    });
}
