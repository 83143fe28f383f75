using Xoap.Images.Diagnostics;
using Xoap.Images.Model;

namespace Xoap.Images.Validation.Rules;

/// <summary>A group at most once per role.</summary>
internal static class GroupsStandOnceInTheRole
{
    public static void Check(ImageDefinition definition, DiagnosticBag diagnostics)
    {
        if (definition.Role is not { } role)
        {
            return;
        }

        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var group in role.Groups)
        {
            if (!seen.Add(group))
            {
                diagnostics.Add(ValidationDiagnostics.GroupTwiceInRole(role.Origin.At("Groups"), role.Name, group));
            }
        }
    }
}
