using Xoap.Images.Diagnostics;

namespace Xoap.Images.Validation;

internal static class DscDiagnostics
{
    public static Diagnostic OnlyForScripts(Origin origin, string step, string setting, string configuration) => Diagnostic.Error(
        "XIMG2290",
        origin,
        $"'{step}' has {setting}, which counts while a script is compiled, but its Configuration '{configuration}' is no script (.ps1). Remove {setting}, or name the script.");

    public static Diagnostic DataIsNoDataFile(Origin origin, string step, string path) => Diagnostic.Error(
        "XIMG2291", origin, $"'{step}' has the ConfigurationData '{path}', but DSC reads its data from a .psd1 file. Name one.");

    public static Diagnostic NoPullserver(Origin origin, string step) => Diagnostic.Error(
        "XIMG2292",
        origin,
        $"'{step}' does not say which server has its configuration. Write WorkspaceId and GroupName, or ServerUrl, RegistrationKey and ConfigurationNames.");

    public static Diagnostic TwoPullservers(Origin origin, string step, IEnumerable<string> first, IEnumerable<string> second) =>
        Diagnostic.Error(
            "XIMG2293",
            origin,
            $"'{step}' has both {string.Join(", ", first)} and {string.Join(", ", second)}, which stand for different servers. Keep one of the two.");

    public static Diagnostic IncompletePullserver(Origin origin, string step, IEnumerable<string> missing) => Diagnostic.Error(
        "XIMG2294", origin, $"'{step}' has no {string.Join(" and no ", missing)}, which its server needs. Write what is missing.");

    public static Diagnostic BadWorkspaceId(Origin origin, string value) => Diagnostic.Error(
        "XIMG2295", origin, $"'{value}' is no workspace id. Expected ws- and at least 8 letters and digits, as the workspace's page shows it.");

    public static Diagnostic BadGroupName(Origin origin, string value) => Diagnostic.Error(
        "XIMG2296", origin, $"'{value}' is no group name. Expected 1 to 64 letters, digits, spaces and . _ @ -.");

    public static Diagnostic BadServerUrl(Origin origin, string value) => Diagnostic.Error(
        "XIMG2297",
        origin,
        $"'{value}' is no address of a pull server. Expected https:// and the path of its service, such as https://dsc.example.com:8080/PSDSCPullServer.svc.");
}
