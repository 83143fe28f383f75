using Xoap.Images.Model;
using Xoap.Images.Schemas.Provisioners;

namespace Xoap.Images.Planning;

/// <summary>Installers as one step per application, so that each has its own place in the log and in the content key.</summary>
internal static class ApplicationSteps
{
    public const string Package = "Package";
    public const string Arguments = "Arguments";

    /// <summary>The steps that a provisioner stands for: itself, or the applications that it installs, each once.</summary>
    public static IEnumerable<Provisioner> Of(ImageDefinition definition, Provisioner provisioner)
    {
        if (!ApplicationInstaller.Is(provisioner.Type))
        {
            return [provisioner];
        }

        return Names(definition, provisioner)
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Select(name => definition.Applications.FirstOrDefault(application => Same(application.Name, name)))
            .OfType<Application>()
            .Select((application, index) => Step(provisioner, application, isFirst: index == 0));
    }

    private static IEnumerable<string> Names(ImageDefinition definition, Provisioner provisioner)
    {
        if (Wanted(provisioner, ApplicationInstaller.ApplicationRole) is not { } role)
        {
            return OfGroup(definition, Wanted(provisioner, ApplicationInstaller.ApplicationGroup));
        }

        return definition.ApplicationRoles
            .Where(candidate => Same(candidate.Name, role))
            .Take(1)
            .SelectMany(candidate => candidate.Groups)
            .SelectMany(group => OfGroup(definition, group));
    }

    private static IEnumerable<string> OfGroup(ImageDefinition definition, string? name) => definition.ApplicationGroups
        .Where(group => Same(group.Name, name))
        .Take(1)
        .SelectMany(group => group.Applications);

    private static Provisioner Step(Provisioner installer, Application application, bool isFirst)
    {
        var package = new Setting(
            Package, new SettingValue.Text(application.Package), Impact.Content, application.Origin.At(Package))
        { Files = FileUse.Package };
        var arguments = new Setting(
            Arguments, new SettingValue.Text(application.Arguments), Impact.Content, application.Origin.At(Arguments));
        return installer with
        {
            Name = $"{installer.Name}/{application.Name}",
            Own =
            [
                .. installer.Own.Where(setting => !ApplicationInstaller.IsContainer(setting.Name)),
                package,
                .. application.Arguments.Length == 0 ? Array.Empty<Setting>() : [arguments],
            ],
            Limits = isFirst ? installer.Limits : installer.Limits with { PauseBefore = null },
            Description = application.Description,
        };
    }

    private static string? Wanted(Provisioner provisioner, string kind) =>
        provisioner.Find(kind)?.Value is SettingValue.Text text ? text.Value : null;

    private static bool Same(string left, string? right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
