using Xoap.Images.Diagnostics;
using Xoap.Images.Model;
using Xoap.Images.Schemas.Provisioners;

namespace Xoap.Images.Validation.Rules;

/// <summary>What Windows or PowerShell would refuse in the guest: logins without a password, scripts that are none, policies.</summary>
internal static class WindowsStepsCanRun
{
    private const string WindowsDomain = "NT AUTHORITY\\";

    private static readonly string[] ServiceAccounts = ["SYSTEM", "LOCALSERVICE", "LOCAL SERVICE", "NETWORKSERVICE", "NETWORK SERVICE"];

    /// <summary>Packer takes policies by name, and by their numbers too.</summary>
    private static readonly string[] SignedOnly = ["allsigned", "restricted", "1", "4"];

    private static readonly string[] FilterActions = ["include:", "exclude:"];

    public static void Check(ImageDefinition definition, ReadingTroubles troubles, DiagnosticBag diagnostics)
    {
        foreach (var provisioner in definition.Provisioners)
        {
            if (troubles.With(provisioner.Origin))
            {
                continue;
            }

            if (provisioner.Type == PowerShellCommand.Type.Name || provisioner.Type == PowerShellScript.Type.Name)
            {
                CheckUser(provisioner, diagnostics);
                CheckPolicy(provisioner, diagnostics);
                CheckScripts(provisioner, diagnostics);
            }
            else if (provisioner.Type == WindowsUpdate.Type.Name)
            {
                CheckUpdates(provisioner, diagnostics);
            }
        }
    }

    private static void CheckUser(Provisioner provisioner, DiagnosticBag diagnostics)
    {
        if (provisioner.Component.Find("elevated_user") is { Value: SettingValue.Text { Value: var user } } setting
            && provisioner.Component.Find("elevated_password") is null
            && !IsServiceAccount(user))
        {
            diagnostics.Add(WindowsRuleDiagnostics.ElevatedUserWithoutPassword(setting.Origin, provisioner.Name, user));
        }
    }

    /// <summary>Services and, by their last character, accounts whose password the domain manages.</summary>
    private static bool IsServiceAccount(string user)
    {
        var name = user.StartsWith(WindowsDomain, StringComparison.OrdinalIgnoreCase) ? user[WindowsDomain.Length..] : user;
        return user.EndsWith('$') || ServiceAccounts.Contains(name, StringComparer.OrdinalIgnoreCase);
    }

    private static void CheckPolicy(Provisioner provisioner, DiagnosticBag diagnostics)
    {
        if (provisioner.Component.Find("execution_policy") is { Value: SettingValue.Text { Value: var policy } } setting
            && SignedOnly.Contains(policy))
        {
            diagnostics.Add(WindowsRuleDiagnostics.ScriptsMustBeSigned(setting.Origin, provisioner.Name, policy));
        }
    }

    private static void CheckScripts(Provisioner provisioner, DiagnosticBag diagnostics)
    {
        foreach (var setting in provisioner.Own)
        {
            foreach (var path in setting.Files == FileUse.File ? Texts(setting.Value) : [])
            {
                if (!path.EndsWith(".ps1", StringComparison.OrdinalIgnoreCase))
                {
                    diagnostics.Add(WindowsRuleDiagnostics.ScriptIsNoPowerShell(
                        setting.Origin, provisioner.Name, Path.GetFileName(path)));
                }
            }
        }
    }

    private static void CheckUpdates(Provisioner provisioner, DiagnosticBag diagnostics)
    {
        if (provisioner.Find("Preset") is { } preset && provisioner.Component.Find("search_criteria") is not null)
        {
            diagnostics.Add(WindowsRuleDiagnostics.PresetAndCriteria(preset.Origin, provisioner.Name));
        }

        if (provisioner.Component.Find("filters") is not { } filters)
        {
            return;
        }

        foreach (var filter in Texts(filters.Value))
        {
            if (!Array.Exists(FilterActions, action => filter.StartsWith(action, StringComparison.Ordinal) && filter.Length > action.Length))
            {
                diagnostics.Add(WindowsRuleDiagnostics.BadUpdateFilter(filters.Origin, provisioner.Name, filter));
            }
        }
    }

    private static IEnumerable<string> Texts(SettingValue value) => value switch
    {
        SettingValue.Text text => [text.Value],
        SettingValue.List list => list.Values.OfType<SettingValue.Text>().Select(text => text.Value),
        _ => [],
    };
}
