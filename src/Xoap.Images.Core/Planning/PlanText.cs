using System.Globalization;
using System.Text;
using Xoap.Images.Model;

namespace Xoap.Images.Planning;

/// <summary>The plan for people: <c>plan.txt</c> and the console of <c>-t:PlanImage</c>.</summary>
internal static class PlanText
{
    /// <param name="reasons">Why the variant would be built; empty when it is up to date.</param>
    public static string Of(BuildPlan plan, IReadOnlyList<string> reasons)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{plan.ImageName} on {plan.Variant.Name} ({plan.Variant.Type})\n");
        if (plan.Variant.OperatingSystem is { } system)
        {
            var platform = $"{system.Platform} {system.Version}".TrimEnd();
            text.Append(CultureInfo.InvariantCulture, $"  from    {system.Name} ({platform}, {system.Architecture}){Base(system.Base)}\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"  role    {plan.Role}\n")
            .Append(CultureInfo.InvariantCulture, $"  content {plan.ContentKey.Key}\n")
            .Append(CultureInfo.InvariantCulture, $"  target  {plan.TargetKey.Key}\n");

        var group = "";
        foreach (var step in plan.Steps)
        {
            if (step.Group != group)
            {
                group = step.Group;
                text.Append(CultureInfo.InvariantCulture, $"  {group}{(step.Seal ? " (seal)" : "")}\n");
            }

            text.Append(StepLine(step));
            foreach (var test in step.TestRun?.Tests ?? [])
            {
                text.Append(CultureInfo.InvariantCulture, $"         {test.Test.Name}\n");
            }
        }

        foreach (var test in plan.Tests)
        {
            text.Append(CultureInfo.InvariantCulture, $"  tested by {test.Test.Name} ({test.Test.Framework})\n");
        }

        text.Append(reasons.Count == 0 ? "  up to date\n" : "  would be built:\n");
        foreach (var reason in reasons)
        {
            text.Append(CultureInfo.InvariantCulture, $"    - {reason}\n");
        }

        return text.ToString();
    }

    private static string Base(Ancestor? image) => image switch
    {
        null => "",
        { Version: Ancestor.NeverBuilt } => ", an image that has not been built yet",
        { Package: { } package } => string.Create(
            CultureInfo.InvariantCulture, $", image {image.Name}-v{image.Version} of {image.Builder}, package {package} {image.PackageVersion}"),
        _ => string.Create(CultureInfo.InvariantCulture, $", image {image.Name}-v{image.Version} of {image.Builder}"),
    };

    private static string StepLine(PlannedStep step)
    {
        var volatility = step.Provisioner.Volatile == Volatility.Never ? "" : $", volatile {step.Provisioner.Volatile}".ToLowerInvariant();
        var origin = step.Provisioner.Origin.Package is { } package ? $"  {package}"
            : step.Provisioner.Origin.File is { Length: > 0 } file ? $"  {Path.GetFileName(file)}" : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"    {step.Number,3}. {step.Provisioner.Name,-32} {step.Provisioner.Type,-20} timeout {Duration.Of(step.Timeout)}{volatility}{origin}\n");
    }
}
