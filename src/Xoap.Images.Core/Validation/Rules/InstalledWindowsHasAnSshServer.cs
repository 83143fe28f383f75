using Xoap.Images.Diagnostics;
using Xoap.Images.Model;
using Xoap.Images.Schemas;

namespace Xoap.Images.Validation.Rules;

/// <summary>Windows that comes from its installer has an SSH server only when something there adds one.</summary>
internal static class InstalledWindowsHasAnSshServer
{
    /// <summary>By what files and commands come to an installer; their names may speak of SSH.</summary>
    private static readonly string[] Carriers =
        ["boot_command", "boot_steps", "cd_content", "cd_files", "floppy_content", "floppy_dirs", "floppy_files", "http_content", "http_directory"];

    public static void Check(ImageDefinition definition, ReadingTroubles troubles, DiagnosticBag diagnostics)
    {
        foreach (var (variant, system) in HypervisorVariants.Of(definition, troubles))
        {
            var communicator = variant.Component.Find(PlatformDefault.Communicator);
            var isSsh = communicator is null or { Value: SettingValue.Text { Value: "ssh" } };
            if (system.Platform == Platform.Windows && isSsh && HypervisorVariants.Installs(variant) && system.Find("AnswerFile") is null
                && !Carriers.Any(name => variant.Component.Find(name) is { } carrier && Speaks(carrier.Value)))
            {
                diagnostics.Add(HypervisorDiagnostics.NoSshServer(
                    (communicator ?? variant.Component.Find("ssh_username"))?.Origin ?? variant.Origin, variant.Name, system.Name));
            }
        }
    }

    private static bool Speaks(SettingValue value) => value switch
    {
        SettingValue.Text text => text.Value.Contains("ssh", StringComparison.OrdinalIgnoreCase),
        SettingValue.List list => list.Values.Any(Speaks),
        SettingValue.Map map => map.Entries.Any(entry => Speaks(entry.Value) || Speaks(new SettingValue.Text(entry.Key))),
        _ => false,
    };
}
