using System.Collections.Immutable;
using Xoap.Images.Diagnostics;
using Xoap.Images.Planning;

namespace Xoap.Images.History;

/// <summary>The packages behind a plan: no input of a key by themselves, but a reason why others changed.</summary>
internal static class UsedPackages
{
    /// <summary>Each once, by id.</summary>
    public static ImmutableArray<PackageName> Of(BuildPlan plan) =>
    [
        .. plan.Steps.Select(step => step.Provisioner.Origin.Package).OfType<PackageName>()
            .Distinct()
            .OrderBy(package => package.Id, StringComparer.OrdinalIgnoreCase),
    ];

    /// <summary>What changed between two builds, in the user's words.</summary>
    public static IEnumerable<string> Changes(ImmutableArray<PackageName> before, ImmutableArray<PackageName> after)
    {
        foreach (var package in after)
        {
            if (Find(before, package.Id) is not { } earlier)
            {
                yield return $"package {package} added";
            }
            else if (earlier.Version != package.Version)
            {
                yield return $"package {package.Id} changed from {earlier.Version} to {package.Version}";
            }
        }

        foreach (var package in before)
        {
            if (Find(after, package.Id) is null)
            {
                yield return $"package {package} removed";
            }
        }
    }

    private static PackageName? Find(ImmutableArray<PackageName> packages, string id) =>
        packages.FirstOrDefault(package => string.Equals(package.Id, id, StringComparison.OrdinalIgnoreCase));
}
