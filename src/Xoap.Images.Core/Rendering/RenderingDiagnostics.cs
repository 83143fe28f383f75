using Xoap.Images.Diagnostics;

namespace Xoap.Images.Rendering;

internal static class RenderingDiagnostics
{
    public static Diagnostic PackerTooOld(Origin origin, Version installed, Version oldest) => Diagnostic.Error(
        "XIMG3000",
        origin,
        $"Packer {installed} is too old: it cannot read HCL templates as they are written here. "
        + $"Install Packer {oldest} or newer.");

    public static Diagnostic SettingNeedsNewerPacker(
        Origin origin, string setting, string component, Version installed, string needed) => Diagnostic.Error(
        "XIMG3001",
        origin,
        $"'{setting}' of {component} is not known to Packer {installed}. It came with {needed}. "
        + "Install a newer Packer, or remove the setting.");

    public static Diagnostic ComponentNeedsPlugins(Origin origin, string component, Version installed) => Diagnostic.Error(
        "XIMG3002",
        origin,
        $"'{component}' is a plugin, and Packer {installed} neither brings it along nor installs plugins. "
        + "Install Packer 1.7 or newer.");

    public static Diagnostic ComponentCrashesPacker(Origin origin, string component, Version installed) => Diagnostic.Error(
        "XIMG3003",
        origin,
        $"Packer {installed} crashes on '{component}' in an HCL template. "
        + "Write PauseBefore on the next provisioner instead, or install Packer 1.7 or newer.");

    public static Diagnostic OldPackerNeedsSetting(
        Origin origin, string setting, string block, string component, Version installed) => Diagnostic.Error(
        "XIMG3005",
        origin,
        $"{component} of Packer {installed} needs {setting} in each block '{block}'. "
        + $"Write {setting} on a BuilderBlock with Block=\"{block}\", or install Packer 1.7 or newer.");

    public static Diagnostic RunAsAndExecuteCommand(Origin origin, string step) => Diagnostic.Error(
        "XIMG3010",
        origin,
        $"'{step}' has both RunAs and execute_command. The execute command decides itself who runs the script: "
        + "remove RunAs, or remove the execute command.");

    public static Diagnostic RunAsIsNoUserName(Origin origin, string user) => Diagnostic.Error(
        "XIMG3011",
        origin,
        $"'{user}' is not a user name. Expected the name of a user of the guest, such as 'root' or 'www-data'.");

    public static Diagnostic EnvironmentNameIsNotUsable(Origin origin, string name) => Diagnostic.Error(
        "XIMG3012",
        origin,
        $"'{name}' cannot be the name of an environment variable. "
        + "Expected letters, digits and '_', not starting with a digit.");

    public static Diagnostic ScriptIsNotText(Origin origin, string path) => Diagnostic.Error(
        "XIMG3013",
        origin,
        $"'{path}' is not UTF-8 text, so that it can only be run as it is. "
        + "Remove Arguments, EnvironmentVariables and WorkingDirectory from the step, "
        + "or call the program from a LinuxShellCommand.");

    public static Diagnostic NothingToRun(Origin origin, string step, string expected) => Diagnostic.Error(
        "XIMG3014", origin, $"'{step}' has nothing to run. Expected {expected}.");

    public static Diagnostic TextHasTemplateBraces(Origin origin, string text) => Diagnostic.Error(
        "XIMG3015",
        origin,
        $"'{text}' contains '{{{{', which Packer would replace. Expected a path without it.");
}
