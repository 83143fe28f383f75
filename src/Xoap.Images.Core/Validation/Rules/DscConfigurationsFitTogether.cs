using Xoap.Images.Diagnostics;
using Xoap.Images.Model;
using Xoap.Images.Schemas.Provisioners;

namespace Xoap.Images.Validation.Rules;

/// <summary>What only a script needs is not given for a compiled configuration.</summary>
internal static class DscConfigurationsFitTogether
{
    private const string Data = "ConfigurationData";

    public static void Check(ImageDefinition definition, DiagnosticBag diagnostics)
    {
        foreach (var provisioner in definition.Provisioners)
        {
            if (provisioner.Type != DscLocalConfiguration.Type.Name)
            {
                continue;
            }

            if (provisioner.Find("Configuration")?.Value is SettingValue.Text { Value: var path } && !HasExtension(path, ".ps1"))
            {
                foreach (var name in (string[])["ConfigurationName", Data])
                {
                    if (provisioner.Find(name) is { } setting)
                    {
                        diagnostics.Add(DscDiagnostics.OnlyForScripts(setting.Origin, provisioner.Name, name, path));
                    }
                }
            }
            else if (provisioner.Find(Data) is { Value: SettingValue.Text { Value: var data } } setting && !HasExtension(data, ".psd1"))
            {
                diagnostics.Add(DscDiagnostics.DataIsNoDataFile(setting.Origin, provisioner.Name, data));
            }
        }
    }

    private static bool HasExtension(string path, string extension) => path.EndsWith(extension, StringComparison.OrdinalIgnoreCase);
}
