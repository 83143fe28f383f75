using System.Collections.Immutable;
using System.Globalization;
using Xoap.Images.Model;
using Xoap.Images.Planning;
using Xoap.Images.Rendering.Hcl;
using Xoap.Images.Schemas.Provisioners;

namespace Xoap.Images.Rendering.Provisioners;

/// <summary>
/// Updates in several passes, and a look at the end whether any are left: an update brings others, and the plugin sometimes ends early.
/// Where Packer cannot install the plugin, a pass is a script of ours and a restart that happens only when the script asks for it.
/// </summary>
internal static class WindowsUpdate
{
    private const string Component = "windows-update";
    private const string RestartTimeout = "1h";
    private const string Limit = "1000";
    private const string Retries = "5";

    public static bool HasPlugin(PackerProfile profile) => profile.Can(PackerCapability.RequiredPlugins);

    public static void Render(StepBlocks blocks)
    {
        var provisioner = blocks.Step.Provisioner;
        var criteria = Criteria(provisioner);
        var filters = Filters(provisioner);
        for (var pass = 1; pass <= Passes(provisioner); pass++)
        {
            if (HasPlugin(blocks.Draft.Profile))
            {
                blocks.Main(
                    Component,
                    [
                        new HclEntry("search_criteria", HclValue.Of(criteria)),
                        new HclEntry("filters", HclValue.TextList([.. filters])),
                    ]);
            }
            else
            {
                Script(blocks, "-pass-" + pass.ToString(CultureInfo.InvariantCulture), criteria, filters, "");
                Restart(blocks);
            }
        }

        Script(blocks, "-check", criteria, filters, " -Check");
    }

    private static void Script(StepBlocks blocks, string suffix, string criteria, string[] filters, string mode)
    {
        var provisioner = blocks.Step.Provisioner;
        var arguments =
            $"-Criteria {PowerShellText.Quote(criteria)} -Filters {PowerShellText.Array(filters)} "
            + $"-Limit {Number(provisioner, "update_limit", Limit)} -Retries {Number(provisioner, "update_max_retries", Retries)} "
            + $"-State {PowerShellText.Quote(State(blocks))}{mode}";
        var user = provisioner.Component.Find("username");
        var password = provisioner.Component.Find("password");
        ImmutableArray<HclEntry> account =
        [
            new HclEntry("elevated_user", user is null ? HclValue.Of("SYSTEM") : blocks.Draft.Hcl(user.Value, user.Origin)),
            .. password is null
                ? Array.Empty<HclEntry>()
                : [new HclEntry("elevated_password", blocks.Draft.Hcl(password.Value, password.Origin))],
        ];

        // A remote login may not install updates; a scheduled task may.
        blocks.Write(
            "powershell",
            [
                new HclEntry("script", blocks.WindowsScript(suffix, WindowsScript.Shipped(provisioner, "WindowsUpdate.ps1", arguments))),
                .. account,
            ]);
    }

    /// <summary>Both shells that a login may meet, cmd and PowerShell, read the command alike.</summary>
    private static void Restart(StepBlocks blocks)
    {
        var component = blocks.Step.Provisioner.Component;
        var timeout = component.Find("restart_timeout") is { Value: SettingValue.Text text } ? text.Value : RestartTimeout;
        blocks.Write(
            "windows-restart",
            [
                new HclEntry("restart_command", HclValue.Of($"cmd /c \"if exist {State(blocks)}.restart shutdown /r /f /t 0\"")),
                .. WindowsRestart.Waits(component, timeout),
            ]);
    }

    private static string State(StepBlocks blocks) => @"C:\Windows\Temp\" + blocks.Step.FileName;

    private static string Criteria(Provisioner provisioner) =>
        provisioner.Component.Find("search_criteria") is { } own
            ? SettingText.Of(own.Value)
            : WindowsUpdatePresets.CriteriaOf(Preset(provisioner));

    private static string[] Filters(Provisioner provisioner) =>
        provisioner.Component.Find("filters") is { } own
            ? [.. SettingText.Texts(own.Value)]
            : [.. WindowsUpdatePresets.FiltersOf(Preset(provisioner))];

    private static string Preset(Provisioner provisioner) =>
        provisioner.Find("Preset") is { Value: SettingValue.Text preset } ? preset.Value : WindowsUpdatePresets.Default;

    private static int Passes(Provisioner provisioner) =>
        provisioner.Find("Passes") is { Value: SettingValue.Number passes }
            ? int.Parse(passes.Value, CultureInfo.InvariantCulture)
            : WindowsUpdatePresets.DefaultPasses;

    private static string Number(Provisioner provisioner, string attribute, string otherwise) =>
        provisioner.Component.Find(attribute) is { Value: SettingValue.Number number } ? number.Value : otherwise;
}
