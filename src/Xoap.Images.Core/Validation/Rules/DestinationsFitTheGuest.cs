using Xoap.Images.Diagnostics;
using Xoap.Images.Model;
using Xoap.Images.Schemas;
using Xoap.Images.Schemas.Provisioners;

namespace Xoap.Images.Validation.Rules;

/// <summary>A file goes to a path that the guest's operating system understands.</summary>
internal static class DestinationsFitTheGuest
{
    public static void Check(ImageDefinition definition, ReadingTroubles troubles, DiagnosticBag diagnostics)
    {
        var systems = definition.Variants.Select(variant => variant.OperatingSystem).OfType<Model.OperatingSystem>().ToArray();
        var windows = Array.Exists(systems, system => system.Platform == Platform.Windows);
        var linux = Array.Exists(systems, system => system.Platform == Platform.Linux);
        foreach (var provisioner in RoleSteps.Of(definition))
        {
            if (troubles.With(provisioner.Origin) || ProvisionerTypes.For(provisioner) != FileCopy.Upload
                || provisioner.Find("Destination") is not { Value: SettingValue.Text { Value: var path } } setting)
            {
                continue;
            }

            if (windows && OnWindows(setting.Origin, path) is { } problem)
            {
                diagnostics.Add(problem);
            }

            if (linux && WindowsNames.HasDrive(path))
            {
                diagnostics.Add(WindowsRuleDiagnostics.DestinationOfWindows(setting.Origin, path));
            }
        }
    }

    private static Diagnostic? OnWindows(Origin origin, string path) =>
        HasVariable(path) ? WindowsRuleDiagnostics.DestinationWithVariable(origin, path)
        : !WindowsNames.IsAbsolute(path) ? WindowsRuleDiagnostics.DestinationNotAbsolute(origin, path)
        : WindowsNames.Unusable(path) is { } part ? WindowsRuleDiagnostics.DestinationWithUnusableName(origin, path, part)
        : null;

    /// <summary><c>%TEMP%\x</c> or <c>$env:TEMP\x</c>: no shell of the guest sees the path.</summary>
    private static bool HasVariable(string path) =>
        path.StartsWith('%') || path.StartsWith('$')
        || path.Contains("$env:", StringComparison.OrdinalIgnoreCase);
}
