using Xoap.Images.Diagnostics;
using Xoap.Images.Model;

namespace Xoap.Images.Validation.Rules;

/// <summary>An application at most once per group, a group at most once per application role.</summary>
internal static class ApplicationsStandOnceInAGroup
{
    public static void Check(ImageDefinition definition, DiagnosticBag diagnostics)
    {
        foreach (var group in definition.ApplicationGroups)
        {
            foreach (var application in Repeated(group.Applications))
            {
                diagnostics.Add(ApplicationDiagnostics.ApplicationTwiceInGroup(
                    group.Origin.At("Applications"), group.Name, application));
            }
        }

        foreach (var role in definition.ApplicationRoles)
        {
            foreach (var group in Repeated(role.Groups))
            {
                diagnostics.Add(ApplicationDiagnostics.GroupTwiceInApplicationRole(role.Origin.At("Groups"), role.Name, group));
            }
        }
    }

    private static IEnumerable<string> Repeated(IEnumerable<string> names)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return names.Where(name => !seen.Add(name));
    }
}
