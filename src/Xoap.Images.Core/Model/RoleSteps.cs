namespace Xoap.Images.Model;

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

    /// <summary>Names of provisioners that stand in groups of the seal only: there a step's limits choose where it runs.</summary>
    public static HashSet<string> OfTheSealOnly(ImageDefinition definition)
    {
        var sealing = new HashSet<string>(
            definition.Groups.Where(group => group.Seal).SelectMany(group => group.Provisioners), StringComparer.OrdinalIgnoreCase);
        sealing.ExceptWith(definition.Groups.Where(group => !group.Seal).SelectMany(group => group.Provisioners));
        return sealing;
    }
}
