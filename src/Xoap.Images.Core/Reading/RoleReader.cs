using System.Collections.Immutable;
using Xoap.Images.Diagnostics;
using Xoap.Images.Model;
using Xoap.Images.Schemas;

namespace Xoap.Images.Reading;

/// <summary>Groups and the one role, with members that either side names.</summary>
internal sealed class RoleReader(ProjectItems items, ReadingContext context)
{
    private readonly SettingReader _reader = new(context);
    private readonly Memberships _ofGroups = new(
        items.NamesOf(ItemTypes.Provisioner), items.NamesOf(ItemTypes.ProvisionerGroup), "Provisioner", "ProvisionerGroup", context);

    private readonly Memberships _ofRoles = new(
        items.NamesOf(ItemTypes.ProvisionerGroup), items.NamesOf(ItemTypes.ProvisionerRole), "ProvisionerGroup", "ProvisionerRole", context);

    /// <summary>All groups; a group's members are its list, then the provisioners that name the group.</summary>
    public ImmutableArray<ProvisionerGroup> ReadGroups(ImmutableArray<Provisioner> provisioners)
    {
        var settings = items.Of(ItemTypes.ProvisionerGroup)
            .Select(item => _reader.Read(item, NoComponent(ItemTypes.ProvisionerGroup))).ToList();
        foreach (var group in settings)
        {
            _ofGroups.AddListed(group.Item, "Provisioners", group.Texts("Provisioners"));
        }

        foreach (var provisioner in provisioners)
        {
            _ofGroups.AddFromMember(provisioner.Name, provisioner.Origin, "Groups", provisioner.Groups);
        }

        foreach (var group in settings)
        {
            _ofRoles.AddFromMember(group.Item.Name, group.Origin, "Roles", group.Texts("Roles"));
        }

        var groups = ImmutableArray.CreateBuilder<ProvisionerGroup>(settings.Count);
        foreach (var group in settings)
        {
            groups.Add(new ProvisionerGroup(
                group.Item.Name,
                _ofGroups.Of(group.Item.Name),
                group.Texts("After"),
                group.Texts("Before"),
                group.Flag("Seal"),
                group.Text("Description") ?? "",
                group.Origin));
        }

        return groups.ToImmutable();
    }

    /// <summary>The role that ImageRole names, or the only one there is.</summary>
    public ProvisionerRole? ReadRole(string? wanted)
    {
        if (Choose(CheckRoles(), wanted) is not { } chosen)
        {
            return null;
        }

        return new ProvisionerRole(
            chosen.Item.Name, _ofRoles.Of(chosen.Item.Name), chosen.Text("Description") ?? "", chosen.Origin);
    }

    /// <summary>All roles with the groups that they list.</summary>
    public List<ItemSettings> CheckRoles()
    {
        var roles = items.Of(ItemTypes.ProvisionerRole).Select(item => _reader.Read(item, NoComponent(ItemTypes.ProvisionerRole))).ToList();
        foreach (var role in roles)
        {
            _ofRoles.AddListed(role.Item, "Groups", role.Texts("Groups"));
        }

        return roles;
    }

    /// <summary>What stands in no group and no role of any image. It needs everything to be read.</summary>
    public void CheckUse(ImmutableArray<Provisioner> provisioners, ImmutableArray<ProvisionerGroup> groups)
    {
        var isRead = provisioners.Length == items.Of(ItemTypes.Provisioner).Count && !_ofGroups.HasUnknown && !_ofRoles.HasUnknown;
        if (isRead && items.Of(ItemTypes.ProvisionerRole).Count > 0)
        {
            var inRoles = items.NamesOf(ItemTypes.ProvisionerRole).SelectMany(role => _ofRoles.Of(role));
            UnusedParts.Check(provisioners, groups, inRoles, context);
        }
    }

    /// <summary>What the groups of a role project leave out. One without groups offers steps for groups of others.</summary>
    public void CheckUseInRole(ImmutableArray<Provisioner> provisioners, ImmutableArray<ProvisionerGroup> groups)
    {
        var isRead = provisioners.Length == items.Of(ItemTypes.Provisioner).Count && !_ofGroups.HasUnknown;
        if (isRead && !groups.IsEmpty)
        {
            UnusedParts.CheckInRole(provisioners, groups, context);
        }
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
