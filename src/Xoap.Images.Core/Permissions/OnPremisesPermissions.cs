namespace Xoap.Images.Permissions;

/// <summary>Platforms whose permissions are granted by hand.</summary>
internal static class OnPremisesPermissions
{
    private const string Nutanix =
        """
        Nutanix: what the account that builds must be allowed to do

        The built-in role Infrastructure Admin has all of it. A custom role in Prism Central needs
        - virtual machines: create, update, delete, attach and detach disks
        - images: create (upload), update, delete
        - networks: view, attach

        Use a service account in Prism Central, and limit the role to one project where you can.

        """;

    private const string XenServer =
        """
        XenServer and XCP-ng: what the account that builds must be allowed to do

        The role Pool Admin, or one of your own with
        - virtual machines: create, destroy, power operations
        - disks: attach, detach
        - the storage repository that holds the ISO files: access
        - templates or base machines: create

        Use an automation account of its own, not root.

        """;

    public static IEnumerable<PermissionFile> OfNutanix(UsedSettings used) => Text("nutanix-permissions.txt", used, Nutanix);

    public static IEnumerable<PermissionFile> OfXenServer(UsedSettings used) => Text("xenserver-permissions.txt", used, XenServer);

    private static IEnumerable<PermissionFile> Text(string name, UsedSettings used, string text)
    {
        var projects = used.Texts("project");
        yield return new PermissionFile(
            name, projects.IsEmpty ? text : $"{text}Projects of the builders: {string.Join(", ", projects)}\n", "what to allow by hand");
    }
}
