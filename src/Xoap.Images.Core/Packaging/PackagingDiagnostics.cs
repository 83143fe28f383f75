using Xoap.Images.Diagnostics;

namespace Xoap.Images.Packaging;

internal static class PackagingDiagnostics
{
    public static Diagnostic ParameterIsFixed(Origin origin, string name) => Diagnostic.Error(
        "XIMG3501",
        origin,
        $"Nobody can set the parameter '{name}': this would overwrite the value. Write Condition=\"'$({name})' == ''\" at it.");

    public static Diagnostic RefersToItems(Origin origin, string text) => Diagnostic.Error(
        "XIMG3502",
        origin,
        $"'{text}' lists items, and a project that uses the role has others. Write the names.");

    public static Diagnostic NamesThisMachine(Origin origin, string text) => Diagnostic.Error(
        "XIMG3503",
        origin,
        $"'{text}' names the project's folder, which is somewhere else where the role is used. Begin the text with $(MSBuildThisFileDirectory), or copy the file with a File step.");

    public static Diagnostic AbsolutePath(Origin origin, string path) => Diagnostic.Error(
        "XIMG3504",
        origin,
        $"'{path}' is an absolute path, which other machines do not have. Put the file into the project and write a relative path, or make the path a parameter.");

    public static Diagnostic OutsideOfProject(Origin origin, string path, string projectDirectory) => Diagnostic.Error(
        "XIMG3505",
        origin,
        $"'{path}' is outside of the role's folder '{projectDirectory}', so that it cannot go into the package. Move the file into the project.");

    public static Diagnostic MixedReference(Origin origin, string reference, string parameter) => Diagnostic.Error(
        "XIMG3506",
        origin,
        $"'{reference}' mixes the parameter '{parameter}' with what is known only in this project. Take it apart.");

    public static Diagnostic IsConditional(Origin origin, string element) => Diagnostic.Error(
        "XIMG3507",
        origin,
        $"What stands in {element} cannot travel with the role. Write a Condition at the ItemGroup or the item.");

    public static Diagnostic DoesNotTravel(Origin origin, string itemType, string name) => Diagnostic.Warning(
        "XIMG3508",
        origin,
        $"The {itemType} '{name}' stays here: connections and builders belong to the projects that use the role. Remove it.");

    public static Diagnostic SecretFile(Origin origin, string text) => Diagnostic.Error(
        "XIMG3509",
        origin,
        $"'{text}' would need a file with a secret on every machine that uses the role. Write env:NAME, or make it a parameter.");

    public static Diagnostic ComesFromEnvironment(Origin origin, string name) => Diagnostic.Error(
        "XIMG3510",
        origin,
        $"'$({name})' is an environment variable of this machine; others have another value or none. Make it a parameter, or write the value.");

    public static Diagnostic RelativeDefault(Origin origin, string name, string text) => Diagnostic.Error(
        "XIMG3512",
        origin,
        $"The parameter '{name}' is a path, and '{text}' would start at the folder of each project that uses the role. Write $(MSBuildThisFileDirectory){text} for a file of the role.");

    public static Diagnostic MisspeltLabel(Origin origin, string label) => Diagnostic.Warning(
        "XIMG3513",
        origin,
        $"The Label '{label}' means nothing, so these properties travel as fixed values. Did you mean 'Parameters'?");

    public static Diagnostic OutsideOfPackage(Origin origin, string path, string package) => Diagnostic.Error(
        "XIMG3511",
        origin,
        $"'{path}' is outside of the package in '{package}'. A package may only use its own files, and those that a property of your project leads to; do not use this one, or ask its authors.");
}
