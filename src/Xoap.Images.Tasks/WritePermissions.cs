using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Microsoft.Build.Framework;
using Xoap.Images.Diagnostics;
using Xoap.Images.Files;
using Xoap.Images.Permissions;
using Xoap.Images.Planning;
using Xoap.Images.Tasks.Items;

namespace Xoap.Images.Tasks;

/// <summary>Writes what the credentials of the builders' connections must be allowed to do.</summary>
[MSBuildMultiThreadableTask]
public sealed class WritePermissions : ImageTask
{
    /// <summary>The resolved.json of ResolveImage.</summary>
    [Required]
    public string ResolvedFile { get; set; } = "";

    /// <summary>The parent of the folders, one per connection.</summary>
    [Required]
    public string PermissionsFolder { get; set; } = "";

    private protected override void Run(ItemLocator locator, DiagnosticBag diagnostics, CancellationToken cancellationToken)
    {
        ImmutableArray<BuildPlan> plans = ResolvedPlans.Read(BuildEngine, ResolvedFile);
        var sets = PermissionSets.Of(plans.FirstOrDefault()?.ImageName ?? "", [.. plans.Select(plan => plan.Variant)]);
        var folders = FolderNames(sets);
        FolderWriter.Write(PermissionsFolder, sets.SelectMany(set =>
            set.Files.Select(file => ($"{folders[set]}/{file.Name}", (string?)file.Text, (string?)null))));
        ShownText.Show(BuildEngine, nameof(WritePermissions), Shown(sets, folders, plans));
    }

    private string Shown(ImmutableArray<PermissionSet> sets, Dictionary<PermissionSet, string> folders, ImmutableArray<BuildPlan> plans)
    {
        var text = new StringBuilder();
        foreach (var set in sets)
        {
            text.Append(CultureInfo.InvariantCulture, $"Permissions for {set.Name} (builders: {string.Join(", ", set.Builders)})\n");
            foreach (var file in set.Files)
            {
                text.Append(CultureInfo.InvariantCulture, $"  {Path.Combine(PermissionsFolder, folders[set], file.Name)}: {file.Purpose}\n");
            }
        }

        foreach (var plan in plans.Where(plan => !sets.Any(set => set.Builders.Contains(plan.Variant.Name))))
        {
            text.Append(CultureInfo.InvariantCulture, $"No permissions are known for builder {plan.Variant.Name} ({plan.Variant.Type})\n");
        }

        return text.ToString().TrimEnd();
    }

    /// <summary>Names of connections are free text; two of them may look the same as a folder.</summary>
    private static Dictionary<PermissionSet, string> FolderNames(ImmutableArray<PermissionSet> sets)
    {
        var names = new Dictionary<PermissionSet, string>();
        foreach (var set in sets)
        {
            var name = Slug.Of(set.Name);
            names.Add(set, names.ContainsValue(name) ? $"{name}-{names.Count + 1}" : name);
        }

        return names;
    }
}
