using Xoap.Images.Diagnostics;
using Xoap.Images.Model;

namespace Xoap.Images.Validation.Rules;

/// <summary>A provisioner at most once per group; in several groups it may stand.</summary>
internal static class ProvisionersStandOnceInAGroup
{
    public static void Check(ImageDefinition definition, DiagnosticBag diagnostics)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var group in definition.Groups)
        {
            seen.Clear();
            foreach (var provisioner in group.Provisioners)
            {
                if (!seen.Add(provisioner))
                {
                    diagnostics.Add(ValidationDiagnostics.ProvisionerTwiceInGroup(
                        group.Origin.At("Provisioners"), group.Name, provisioner));
                }
            }
        }
    }
}
