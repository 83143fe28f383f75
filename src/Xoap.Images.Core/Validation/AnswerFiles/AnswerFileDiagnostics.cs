using Xoap.Images.Diagnostics;

namespace Xoap.Images.Validation.AnswerFiles;

internal static class AnswerFileDiagnostics
{
    public static Diagnostic NotWellFormed(Origin origin, string reason) => Diagnostic.Error(
        "XIMG2200", origin, $"The answer file is not well-formed XML: {reason}. The installer would ignore all of it.");

    public static Diagnostic ComponentOfOtherArchitecture(
        Origin origin, string component, string actual, string system, string expected) => Diagnostic.Error(
        "XIMG2201",
        origin,
        $"Component '{component}' is for {actual}, so Windows Setup ignores it on '{system}'. Write processorArchitecture=\"{expected}\", or correct Architecture on the operating system.");

    public static Diagnostic NoImageSelected(Origin origin) => Diagnostic.Warning(
        "XIMG2202",
        origin,
        "Nothing says which edition to install, so Windows Setup may stop and ask. Write InstallFrom with MetaData of the key /IMAGE/NAME or /IMAGE/INDEX, or a ProductKey.");

    public static Diagnostic OtherEdition(Origin origin, string image, string system, string edition) => Diagnostic.Warning(
        "XIMG2203",
        origin,
        $"The answer file installs '{image}', but the Edition of '{system}' is '{edition}'. Correct one of them.");

    public static Diagnostic PasswordInAnswerFile(Origin origin) => Diagnostic.Warning(
        "XIMG2204",
        origin,
        "A password stands in the answer file for everyone to read. Write {{xml Password}} (outside XML {{Password}}) here, and Templated=\"true\" TemplateVariables=\"Password=env:NAME\" on the operating system.");

    public static Diagnostic WinRmIsNotOpened(Origin origin) => Diagnostic.Warning(
        "XIMG2205",
        origin,
        "The builder waits for WinRM, but neither the answer file nor a setup file mentions it. Enable it in FirstLogonCommands, for example with a script of SetupFiles.");

    public static Diagnostic SshIsNotOpened(Origin origin, string how) => Diagnostic.Warning(
        "XIMG2206",
        origin,
        $"The builder waits for SSH, but neither the answer file nor a setup file installs a server for it. {how}");

    public static Diagnostic UserIsNotMade(Origin origin, string user) => Diagnostic.Warning(
        "XIMG2207",
        origin,
        $"The builder logs in as '{user}', whom neither the answer file nor a setup file mentions. Create the user here, or correct SshUsername.");

    public static Diagnostic RootMayNotLogIn(Origin origin, string how) => Diagnostic.Warning(
        "XIMG2208",
        origin,
        $"The builder logs in as root over SSH, which servers refuse unless told otherwise. {how}");

    public static Diagnostic SetupFileMissing(Origin origin, string name, string suggestion) => Diagnostic.Warning(
        "XIMG2209",
        origin,
        $"The command runs '{name}' from a medium, but no setup file has that name.{suggestion} List it in SetupFiles.");

    public static Diagnostic NoCloudConfig(Origin origin) => Diagnostic.Error(
        "XIMG2210",
        origin,
        "The first line does not say what this is, so cloud-init ignores the file. Write '#cloud-config' as the first line.");

    public static Diagnostic TabInYaml(Origin origin) => Diagnostic.Error(
        "XIMG2211", origin, "The line is indented with a tab, which YAML does not allow. Use spaces.");
}
