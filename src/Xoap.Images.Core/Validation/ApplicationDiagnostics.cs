using Xoap.Images.Diagnostics;

namespace Xoap.Images.Validation;

/// <summary>Problems of applications, and of the steps that install them.</summary>
internal static class ApplicationDiagnostics
{
    public static Diagnostic ApplicationTwiceInGroup(Origin origin, string group, string application) => Diagnostic.Error(
        "XIMG2280",
        origin,
        $"Application group '{group}' lists the application '{application}' twice, but an application stands at most once in a group. Remove one; in another group it may stand again.");

    public static Diagnostic GroupTwiceInApplicationRole(Origin origin, string role, string group) => Diagnostic.Error(
        "XIMG2281",
        origin,
        $"Application role '{role}' lists the application group '{group}' twice, but a group stands at most once in a role. Remove one.");

    public static Diagnostic UnknownContainer(Origin origin, string step, string kind, string name, string suggestion) => Diagnostic.Error(
        "XIMG2282", origin, $"'{step}' installs the {kind} '{name}', but there is no {kind} of that name.{suggestion}");

    public static Diagnostic NothingToInstall(Origin origin, string step, string kind, string name) => Diagnostic.Warning(
        "XIMG2283",
        origin,
        $"'{step}' installs the {kind} '{name}', which has no application. List applications in an ApplicationGroup, or remove the step.");
}
