using Xoap.Images.Diagnostics;

namespace Xoap.Images.Validation;

internal static class ValidationDiagnostics
{
    public static Diagnostic GroupTwiceInRole(Origin origin, string role, string group) => Diagnostic.Error(
        "XIMG2000",
        origin,
        $"Role '{role}' lists the group '{group}' twice, but a group stands at most once in a role. Remove one; if its steps shall run again, put them into a second group.");

    public static Diagnostic ProvisionerTwiceInGroup(Origin origin, string group, string provisioner) => Diagnostic.Error(
        "XIMG2001",
        origin,
        $"Group '{group}' lists the provisioner '{provisioner}' twice, but a provisioner stands at most once in a group. Remove one; in another group it may stand again.");

    public static Diagnostic RoleWithoutSteps(Origin origin, string role) => Diagnostic.Warning(
        "XIMG2002",
        origin,
        $"Role '{role}' has no step: the image would be a copy of its base. List groups in Groups, and provisioners in the groups.");

    public static Diagnostic TypeOfOtherPlatform(
        Origin origin, string step, string type, string platform, IReadOnlyCollection<string> builders, string system, string actual) => Diagnostic.Error(
        "XIMG2010",
        origin,
        $"'{step}' is of type {type}, which runs on {platform} only, but {BuilderList.Of(builders, "starts", "start")} from '{system}', which is {actual}. Take it out of this image's role, or use a type for {actual}.");

    public static Diagnostic StepDoesNotFit(
        Origin origin, string step, string kind, IEnumerable<string> wanted, string others) => Diagnostic.Error(
        "XIMG2011",
        origin,
        $"'{step}' is limited to the {kind} {string.Join(" or ", wanted)}, but {others}. Take the step out of this image's role, or widen its limit.");

    public static Diagnostic StepWithoutGuest(Origin origin, string step, string type, string builders) => Diagnostic.Error(
        "XIMG2012",
        origin,
        $"'{step}' is of type {type}, which works in a guest, but there is none on {builders}. Take the step out of this image's role, use a LocalCommand, or use a builder that connects to a machine.");

    public static Diagnostic OwnSettingMissing(Origin origin, string step, string setting, string type) => Diagnostic.Error(
        "XIMG2020", origin, $"'{step}' has no {setting}, which type {type} needs. Write {setting}=\"…\".");

    public static Diagnostic ScriptAndScripts(Origin origin, string step) => Diagnostic.Error(
        "XIMG2021", origin, $"'{step}' has both Script and Scripts. List all of them in Scripts, in the order in which they shall run.");

    public static Diagnostic AttributeMissing(Origin origin, string subject, string setting, string component, string when) =>
        Diagnostic.Error("XIMG2030", origin, $"{subject} has no {setting}, which Packer's {component} needs{when}. Write {setting}=\"…\".");

    public static Diagnostic AttributeForbidden(Origin origin, string subject, string setting, string component, string when) =>
        Diagnostic.Error("XIMG2031", origin, $"{subject} has {setting}, which Packer's {component} refuses{when}. Remove it.");

    public static Diagnostic NoneIsSet(Origin origin, string subject, IEnumerable<string> settings, string component, string when) =>
        Diagnostic.Error(
            "XIMG2032",
            origin,
            $"{subject} has none of {string.Join(", ", settings)}, of which Packer's {component} needs one{when}. Write one of them.");

    public static Diagnostic SeveralAreSet(Origin origin, string subject, IEnumerable<string> settings, string component, string when) =>
        Diagnostic.Error(
            "XIMG2033",
            origin,
            $"{subject} has {string.Join(" and ", settings)}, of which Packer's {component} takes only one{when}. Keep one of them.");

    public static Diagnostic SomeAreSet(Origin origin, string subject, IEnumerable<string> settings, string component, string when) =>
        Diagnostic.Error(
            "XIMG2034",
            origin,
            $"{subject} has only some of {string.Join(", ", settings)}, which Packer's {component} takes together or not at all{when}. Write the others too.");

    public static Diagnostic OutOfOrder(Origin origin, string low, string high) => Diagnostic.Error(
        "XIMG2035", origin, $"{low} is greater than {high} (an unset one has Packer's default). Correct one of them.");

    public static Diagnostic ValueNeeded(
        Origin origin, string subject, string setting, string component, IEnumerable<string> values, string when) => Diagnostic.Error(
        "XIMG2036",
        origin,
        $"{subject} needs {setting}=\"{string.Join("\" or \"", values)}\" for Packer's {component}{when}. Write it.");

    public static Diagnostic ValueForbidden(
        Origin origin, string subject, string setting, string component, IEnumerable<string> values, string when) => Diagnostic.Error(
        "XIMG2037",
        origin,
        $"{subject} has a {setting} that Packer's {component} refuses{when}: {string.Join(", ", values)}. Write another value.");

    public static Diagnostic StepsRelyOnTheDefaultTimeout(Origin origin, string steps, string limit) => Diagnostic.Warning(
        "XIMG2040",
        origin,
        $"Steps without a timeout of their own get DefaultProvisionerTimeout, {limit}: {steps}. Write Timeout=\"…\" on each, so that a hanging step is noticed early.");
}
