using Xoap.Images.Diagnostics;
using Xoap.Images.Model;
using Xoap.Images.Schemas;

namespace Xoap.Images.Validation.Rules;

/// <summary>A friendly type's own settings: a command has its Command, a script exactly one of Script and Scripts.</summary>
internal static class TypesHaveWhatTheyNeed
{
    private const string Script = "Script";
    private const string Scripts = "Scripts";

    public static void Check(ImageDefinition definition, ReadingTroubles troubles, DiagnosticBag diagnostics)
    {
        foreach (var provisioner in definition.Provisioners)
        {
            if (troubles.With(provisioner.Origin))
            {
                continue;
            }

            var type = ProvisionerTypes.For(provisioner);
            foreach (var setting in type.Own)
            {
                if (setting.Enforced && provisioner.Find(setting.Name) is null)
                {
                    diagnostics.Add(ValidationDiagnostics.OwnSettingMissing(
                        provisioner.Origin, provisioner.Name, setting.Name, type.Name));
                }
            }

            if (SettingName.Find(type.Own.AsSpan(), Scripts) is not null)
            {
                CheckScripts(provisioner, diagnostics);
            }
        }
    }

    private static void CheckScripts(Provisioner provisioner, DiagnosticBag diagnostics)
    {
        switch (provisioner.Find(Script), provisioner.Find(Scripts))
        {
            case (null, null):
                diagnostics.Add(ValidationDiagnostics.OwnSettingMissing(
                    provisioner.Origin, provisioner.Name, Script, provisioner.Type));
                break;
            case ({ }, { } second):
                diagnostics.Add(ValidationDiagnostics.ScriptAndScripts(second.Origin, provisioner.Name));
                break;
            default:
                break;
        }
    }
}
