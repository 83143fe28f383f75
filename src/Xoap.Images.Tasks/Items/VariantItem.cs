using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;
using Xoap.Images.History;
using Xoap.Images.Planning;

namespace Xoap.Images.Tasks.Items;

/// <summary>A variant as an MSBuild item: what ResolveImage tells the targets and the later stages.</summary>
internal static class VariantItem
{
    public static TaskItem Of(BuildPlan plan, UpToDateDecision decision)
    {
        var item = new TaskItem(plan.Variant.Name);
        item.SetMetadata("ImageName", plan.ImageName);
        item.SetMetadata("Type", plan.Variant.Type);
        item.SetMetadata("UpToDate", decision.UpToDate ? "true" : "false");
        item.SetMetadata("Reasons", string.Join(Separator, decision.Reasons));
        return item;
    }

    /// <summary>Why a variant is to be built; empty when it is up to date or not among the items.</summary>
    public static string[] ReasonsOf(ITaskItem[] variants, string builder)
    {
        foreach (var variant in variants)
        {
            if (variant.ItemSpec == builder)
            {
                return variant.GetMetadata("Reasons").Split(Separator, StringSplitOptions.RemoveEmptyEntries);
            }
        }

        return [];
    }

    public static bool IsUpToDate(ITaskItem variant) => variant.GetMetadata("UpToDate") == "true";

    public static bool Has(ITaskItem[] variants, string builder) => Array.Exists(variants, variant => variant.ItemSpec == builder);

    private const string Separator = "\n";
}
