using System.Collections.Immutable;
using Xoap.Images.Diagnostics;
using Xoap.Images.Model;

namespace Xoap.Images.Planning;

/// <summary>
/// Updates by Packer's own component, and installers that ask for a restart, are followed by one before anything else happens. Our type
/// WindowsUpdate restarts as often as it takes, and looks itself whether it is done.
/// </summary>
internal static class RestartCheck
{
    private const string Update = "windows-update";
    private const string Restart = "windows-restart";

    /// <summary>Components that a waiting restart does not harm.</summary>
    private static readonly string[] Harmless = ["breakpoint", "file", "shell-local", "sleep"];

    /// <summary>Done, but a restart is needed; done, and the restart has begun.</summary>
    private static readonly string[] RestartCodes = ["3010", "1641"];

    /// <param name="steps">In their final order.</param>
    public static void Check(ImmutableArray<PlannedStep> steps, DiagnosticBag diagnostics)
    {
        Provisioner? waiting = null;
        foreach (var step in steps)
        {
            var provisioner = step.Provisioner;
            var updates = provisioner.Component.Name == Update;
            if (provisioner.Component.Name == Restart)
            {
                waiting = null;
            }
            else if (waiting is not null && !updates && !Harmless.Contains(provisioner.Component.Name))
            {
                diagnostics.Add(SealDiagnostics.RestartIsMissing(waiting.Origin, waiting.Name, provisioner.Name));
                waiting = null;
            }

            if ((updates && provisioner.Type == Update) || MayAskForRestart(provisioner))
            {
                waiting = provisioner;
            }
        }
    }

    private static bool MayAskForRestart(Provisioner provisioner) =>
        provisioner.Component.Find("valid_exit_codes")?.Value is SettingValue.List codes
        && codes.Values.Any(code => RestartCodes.Contains(SettingText.Of(code)));
}
