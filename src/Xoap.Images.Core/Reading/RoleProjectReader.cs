using Xoap.Images.Diagnostics;
using Xoap.Images.Model;

namespace Xoap.Images.Reading;

/// <summary>A role project: the parts of an image, but no image.</summary>
internal static class RoleProjectReader
{
    private const string Everything = "everything";

    /// <summary>Reads and checks all parts. The definition has no variants, and one role with every group in it.</summary>
    public static ImageDefinition Read(ImageSource source, DiagnosticBag diagnostics)
    {
        var context = new ReadingContext(source.ProjectDirectory, diagnostics) { IsRole = true };
        var items = new ProjectItems(source.Items);
        ItemNames.Check(items, context);
        var provisioners = ProvisionerReader.Read(items, context);
        var roles = new RoleReader(items, context);
        var groups = roles.ReadGroups(provisioners);
        roles.CheckRoles();
        roles.CheckUseInRole(provisioners, groups);
        _ = new OperatingSystemReader(items, new BaseImageReader(items, source, context), wanted: null, context);
        var grouped = groups.SelectMany(group => group.Provisioners).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var rest = new ProvisionerGroup(
            Everything, [.. provisioners.Select(provisioner => provisioner.Name).Where(name => !grouped.Contains(name))], [], [], false, "", Origin.Root);
        return new ApplicationReader(items, context).AddTo(ImageDefinition.Empty(Everything)) with
        {
            Provisioners = provisioners,
            Groups = groups.Add(rest),
            Tests = TestReader.Read(items, choices: null, context),
            Role = new ProvisionerRole(Everything, [.. groups.Select(group => group.Name), rest.Name], "", Origin.Root),
        };
    }
}
