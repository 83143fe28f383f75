using Xoap.Images.Model;

namespace Xoap.Images.Validation;

/// <summary>What the image's role makes of the provisioners.</summary>
internal static class RoleSteps
{
    /// <summary>The provisioners of the role's groups, each once, in declaration order.</summary>
    public static IEnumerable<Provisioner> Of(ImageDefinition definition)
    {
        var groups = new HashSet<string>(definition.Role?.Groups ?? [], StringComparer.OrdinalIgnoreCase);
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var group in definition.Groups)
        {
            if (groups.Contains(group.Name))
            {
                names.UnionWith(group.Provisioners);
            }
        }

        foreach (var provisioner in definition.Provisioners)
        {
            if (names.Contains(provisioner.Name))
            {
                yield return provisioner;
            }
        }
    }
}
