using Xoap.Images.Model;
using Xoap.Images.Schemas;

namespace Xoap.Images.Reading;

/// <summary>Applications, their groups and roles, with members that either side names.</summary>
internal sealed class ApplicationReader(ProjectItems items, ReadingContext context)
{
    private readonly SettingReader _reader = new(context);

    public ImageDefinition AddTo(ImageDefinition definition)
    {
        var applications = Read(ItemTypes.Application);
        var groups = Read(ItemTypes.ApplicationGroup);
        var roles = Read(ItemTypes.ApplicationRole);
        var ofGroups = Members(ItemTypes.Application, ItemTypes.ApplicationGroup, applications, "Groups", groups, "Applications");
        var ofRoles = Members(ItemTypes.ApplicationGroup, ItemTypes.ApplicationRole, groups, "Roles", roles, "Groups");
        return definition with
        {
            Applications = [.. applications.Where(item => _reader.HasEnforced(item, ItemTypes.Application)).Select(Application)],
            ApplicationGroups =
            [
                .. groups.Select(item => new ApplicationGroup(
                    item.Item.Name, ofGroups.Of(item.Item.Name), item.Text("Description") ?? "", item.Origin)),
            ],
            ApplicationRoles =
            [
                .. roles.Select(item => new ApplicationRole(
                    item.Item.Name, ofRoles.Of(item.Item.Name), item.Text("Description") ?? "", item.Origin)),
            ],
        };
    }

    private static Application Application(ItemSettings item) => new(
        item.Item.Name, item.Text("Package")!, item.Text("Arguments") ?? "", item.Text("Description") ?? "", item.Origin);

    private Memberships Members(
        ItemType member, ItemType container, List<ItemSettings> members, string fromMember, List<ItemSettings> containers, string listed)
    {
        var memberships = new Memberships(items.NamesOf(member), items.NamesOf(container), member.Name, container.Name, context);
        foreach (var item in containers)
        {
            memberships.AddListed(item.Item, listed, item.Texts(listed));
        }

        foreach (var item in members)
        {
            memberships.AddFromMember(item.Item.Name, item.Origin, fromMember, item.Texts(fromMember));
        }

        return memberships;
    }

    private List<ItemSettings> Read(ItemType type) =>
        items.Of(type).Select(item => _reader.Read(item, RoleReader.NoComponent(type))).ToList();
}
