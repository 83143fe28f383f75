using Xoap.Images.Diagnostics;

namespace Xoap.Images.Reading;

/// <summary>Parts that are declared, and never run.</summary>
internal static class UnusedDiagnostics
{
    public static Diagnostic ProvisionerInNoGroup(Origin origin, string provisioner) => Diagnostic.Warning(
        "XIMG1104",
        origin,
        $"No group holds the provisioner '{provisioner}', so it never runs. List it in Provisioners of a group, or remove it.");

    public static Diagnostic ProvisionerInNoGroupOfRole(Origin origin, string provisioner) => Diagnostic.Warning(
        "XIMG1107",
        origin,
        $"No group of the role holds the provisioner '{provisioner}', so it runs only where a project lists it in a group of its own. List it in Provisioners of a group, or write Groups on it.");

    public static Diagnostic GroupInNoRole(Origin origin, string group) => Diagnostic.Warning(
        "XIMG1105",
        origin,
        $"No role holds the group '{group}', so its steps never run. List it in Groups of a role, or remove it.");

    public static Diagnostic GroupWithoutProvisioners(Origin origin, string group) => Diagnostic.Warning(
        "XIMG1106",
        origin,
        $"Group '{group}' has no provisioner. List some in Provisioners, or remove the group.");
}
