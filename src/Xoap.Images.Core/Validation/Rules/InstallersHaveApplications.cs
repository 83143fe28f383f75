using Xoap.Images.Diagnostics;
using Xoap.Images.Model;
using Xoap.Images.Schemas.Provisioners;

namespace Xoap.Images.Validation.Rules;

/// <summary>What an installer installs is there, and is not empty.</summary>
internal static class InstallersHaveApplications
{
    public static void Check(ImageDefinition definition, ReadingTroubles troubles, DiagnosticBag diagnostics)
    {
        foreach (var provisioner in definition.Provisioners)
        {
            Check(
                provisioner,
                ApplicationInstaller.Group,
                ApplicationInstaller.ApplicationGroup,
                definition.ApplicationGroups.Select(group => (group.Name, group.Applications)));
            Check(
                provisioner,
                ApplicationInstaller.Role,
                ApplicationInstaller.ApplicationRole,
                definition.ApplicationRoles.Select(role => (role.Name, role.Groups)));
        }

        void Check(
            Provisioner provisioner,
            Schemas.ProvisionerType type,
            string kind,
            IEnumerable<(string Name, System.Collections.Immutable.ImmutableArray<string> Members)> known)
        {
            if (provisioner.Type != type.Name || provisioner.Find(kind) is not { Value: SettingValue.Text { Value: var name } } setting)
            {
                return;
            }

            foreach (var (candidate, members) in known)
            {
                if (string.Equals(candidate, name, StringComparison.OrdinalIgnoreCase))
                {
                    if (members.IsEmpty && !troubles.WithAny(kind, "ApplicationGroup", "Application"))
                    {
                        diagnostics.Add(ApplicationDiagnostics.NothingToInstall(setting.Origin, provisioner.Name, kind, name));
                    }

                    return;
                }
            }

            diagnostics.Add(ApplicationDiagnostics.UnknownContainer(
                setting.Origin, provisioner.Name, kind, name, Suggestion.For(name, known.Select(container => container.Name))));
        }
    }
}
