using System.Collections.Immutable;
using Xoap.Images.Diagnostics;
using Xoap.Images.Model;
using Xoap.Images.Schemas;

namespace Xoap.Images.Reading;

/// <summary>Groups and the one role, with members that either side names.</summary>
internal sealed class RoleReader(ProjectItems items, ReadingContext context)
{
    private readonly SettingReader _reader = new(context);

    /// <summary>All groups; a group's members are its list, then the provisioners that name the group.</summary>
    public ImmutableArray<ProvisionerGroup> ReadGroups(ImmutableArray<Provisioner> provisioners, out Memberships roles)
    {
        var members = new Memberships(
            items.NamesOf(ItemTypes.Provisioner), items.NamesOf(ItemTypes.ProvisionerGroup), "Provisioner", "ProvisionerGroup", context);
        roles = new Memberships(
            items.NamesOf(ItemTypes.ProvisionerGroup), items.NamesOf(ItemTypes.ProvisionerRole), "ProvisionerGroup", "ProvisionerRole", context);
        var settings = items.Of(ItemTypes.ProvisionerGroup)
            .Select(item => _reader.Read(item, NoComponent(ItemTypes.ProvisionerGroup))).ToList();
        foreach (var group in settings)
        {
            members.AddListed(group.Item, "Provisioners", group.Texts("Provisioners"));
        }

        foreach (var provisioner in provisioners)
        {
            members.AddFromMember(provisioner.Name, provisioner.Origin, "Groups", provisioner.Groups);
        }

        foreach (var group in settings)
        {
            roles.AddFromMember(group.Item.Name, group.Origin, "Roles", group.Texts("Roles"));
        }

        var groups = ImmutableArray.CreateBuilder<ProvisionerGroup>(settings.Count);
        foreach (var group in settings)
        {
            groups.Add(new ProvisionerGroup(
                group.Item.Name,
                members.Of(group.Item.Name),
                group.Texts("After"),
                group.Texts("Before"),
                group.Flag("Seal"),
                group.Text("Description") ?? "",
                group.Origin));
        }

        return groups.ToImmutable();
    }

    /// <summary>The role that ImageRole names, or the only one there is.</summary>
    public ProvisionerRole? ReadRole(string? wanted, Memberships members)
    {
        var roles = items.Of(ItemTypes.ProvisionerRole).Select(item => _reader.Read(item, NoComponent(ItemTypes.ProvisionerRole))).ToList();
        foreach (var role in roles)
        {
            members.AddListed(role.Item, "Groups", role.Texts("Groups"));
        }

        if (Choose(roles, wanted) is not { } chosen)
        {
            return null;
        }

        return new ProvisionerRole(
            chosen.Item.Name, members.Of(chosen.Item.Name), chosen.Text("Description") ?? "", chosen.Origin);
    }

    private ItemSettings? Choose(List<ItemSettings> roles, string? wanted)
    {
        var names = roles.Select(role => role.Item.Name).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        if (names.Count == 0)
        {
            context.Report(ProjectDiagnostics.NoRole(Origin.Root));
            return null;
        }

        if (wanted is null && names.Count > 1)
        {
            context.Report(ProjectDiagnostics.SeveralRoles(
                roles.Find(role => !string.Equals(role.Item.Name, names[0], StringComparison.OrdinalIgnoreCase))!.Origin, names));
            return null;
        }

        var chosen = wanted is null
            ? roles[0]
            : roles.Find(role => string.Equals(role.Item.Name, wanted, StringComparison.OrdinalIgnoreCase));
        if (chosen is null)
        {
            context.Report(ProjectDiagnostics.UnknownRole(
                Origin.Property(ImageProperties.Role), wanted!, Suggestion.For(wanted!, names), names));
        }

        return chosen;
    }

    public static Vocabulary NoComponent(ItemType type) =>
        Vocabulary.Of(type) with { Component = new ComponentSchema(ComponentKind.Provisioner, type.Name, null, [], [], []) };
}
