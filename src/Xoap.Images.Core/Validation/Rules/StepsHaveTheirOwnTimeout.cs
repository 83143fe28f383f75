using Xoap.Images.Diagnostics;
using Xoap.Images.Model;

namespace Xoap.Images.Validation.Rules;

/// <summary>One warning lists the project's own steps that rely on the default timeout; what packages bring is theirs.</summary>
internal static class StepsHaveTheirOwnTimeout
{
    private const int ShownNames = 10;

    /// <param name="limit">What the default is; null: the definition says it.</param>
    public static void Check(ImageDefinition definition, ReadingTroubles troubles, DiagnosticBag diagnostics, string? limit = null)
    {
        var names = new List<string>();
        Origin? first = null;
        foreach (var provisioner in RoleSteps.Of(definition))
        {
            if (provisioner.Limits.Timeout is null && !troubles.With(provisioner.Origin) && IsOfTheProject(provisioner.Origin.File))
            {
                first ??= provisioner.Origin;
                names.Add(provisioner.Name);
            }
        }

        if (first is null)
        {
            return;
        }

        var shown = string.Join(", ", names.Take(ShownNames));
        diagnostics.Add(ValidationDiagnostics.StepsRelyOnTheDefaultTimeout(
            first,
            names.Count > ShownNames ? $"{shown} and {names.Count - ShownNames} more" : shown,
            limit ?? $"which is {Duration.Of(definition.DefaultProvisionerTimeout)}"));
    }

    /// <summary>Packages bring their items in props and targets files.</summary>
    private static bool IsOfTheProject(string? file) =>
        file is null
        || !(file.EndsWith(".props", StringComparison.OrdinalIgnoreCase) || file.EndsWith(".targets", StringComparison.OrdinalIgnoreCase));
}
