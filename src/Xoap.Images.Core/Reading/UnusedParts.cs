using System.Collections.Immutable;
using Xoap.Images.Diagnostics;
using Xoap.Images.Model;

namespace Xoap.Images.Reading;

/// <summary>Parts of the project's own that can never run. A package, or a file that projects share, may offer more than one uses.</summary>
internal static class UnusedParts
{
    /// <param name="inRoles">Names of the groups of all roles: a project may have a choice of them.</param>
    public static void Check(
        ImmutableArray<Provisioner> provisioners, ImmutableArray<ProvisionerGroup> groups, IEnumerable<string> inRoles, ReadingContext context)
    {
        var inGroups = new HashSet<string>(groups.SelectMany(group => group.Provisioners), StringComparer.OrdinalIgnoreCase);
        foreach (var provisioner in provisioners)
        {
            if (!inGroups.Contains(provisioner.Name) && IsOwn(provisioner.Origin, context))
            {
                context.Report(UnusedDiagnostics.ProvisionerInNoGroup(provisioner.Origin, provisioner.Name));
            }
        }

        var used = new HashSet<string>(inRoles, StringComparer.OrdinalIgnoreCase);
        foreach (var group in groups.Where(group => IsOwn(group.Origin, context)))
        {
            if (!used.Contains(group.Name))
            {
                context.Report(UnusedDiagnostics.GroupInNoRole(group.Origin, group.Name));
            }
            else if (group.Provisioners.IsEmpty && inGroups.Count > 0)
            {
                context.Report(UnusedDiagnostics.GroupWithoutProvisioners(group.Origin, group.Name));
            }
        }
    }

    public static void CheckInRole(ImmutableArray<Provisioner> provisioners, ImmutableArray<ProvisionerGroup> groups, ReadingContext context)
    {
        var inGroups = new HashSet<string>(groups.SelectMany(group => group.Provisioners), StringComparer.OrdinalIgnoreCase);
        foreach (var provisioner in provisioners)
        {
            if (!inGroups.Contains(provisioner.Name) && IsOwn(provisioner.Origin, context))
            {
                context.Report(UnusedDiagnostics.ProvisionerInNoGroupOfRole(provisioner.Origin, provisioner.Name));
            }
        }
    }

    private static bool IsOwn(Origin origin, ReadingContext context) =>
        origin.File is { } file
        && Path.GetRelativePath(context.ProjectDirectory, file) is var relative
        && !Path.IsPathRooted(relative) && !relative.StartsWith("..", StringComparison.Ordinal);
}
