using System.Collections.Immutable;
using Xoap.Images.Diagnostics;
using Xoap.Images.Model;

namespace Xoap.Images.Planning;

/// <summary>Turns lists and After/Before wishes into one order.</summary>
internal static class StepOrder
{
    public static ImmutableArray<OrderedGroup> Of(ImageDefinition definition, DiagnosticBag diagnostics)
    {
        if (definition.Role is not { } role)
        {
            return [];
        }

        var provisioners = ByName(definition.Provisioners, provisioner => provisioner.Name);
        var groups = ByName(definition.Groups, group => group.Name);
        ProvisionerGroup[] members = [.. role.Groups.Where(groups.ContainsKey).Select(name => groups[name])];

        var plain = Sorted([.. members.Where(group => !group.Seal)], members, groups, role.Origin, diagnostics);
        var seal = Sorted([.. members.Where(group => group.Seal)], members, groups, role.Origin, diagnostics);
        ImmutableArray<OrderedGroup> ordered =
        [
            .. plain.Concat(seal).Select(group => new OrderedGroup(group, Sorted(group, provisioners, diagnostics))),
        ];
        ReportNeverTogether(members, provisioners, diagnostics);
        return ordered;
    }

    private static IEnumerable<ProvisionerGroup> Sorted(
        ProvisionerGroup[] groups,
        ProvisionerGroup[] ofRole,
        Dictionary<string, ProvisionerGroup> known,
        Origin role,
        DiagnosticBag diagnostics)
    {
        var inOrder = ByName(groups, group => group.Name);
        var inRole = ByName(ofRole, group => group.Name);
        var constraints = new List<(string, string)>();
        foreach (var group in groups)
        {
            foreach (var (wish, neighbour, earlier, later) in Wishes(group.Name, group.After, group.Before))
            {
                var origin = group.Origin.At(wish);
                if (inOrder.ContainsKey(neighbour))
                {
                    constraints.Add((earlier, later));
                }
                else if (!known.ContainsKey(neighbour))
                {
                    diagnostics.Add(PlanningDiagnostics.UnknownNeighbour(
                        origin, wish, "group", neighbour, Suggestion.For(neighbour, known.Keys)));
                }
                else if (!inRole.TryGetValue(neighbour, out var other))
                {
                    diagnostics.Add(PlanningDiagnostics.NeverTogether(origin, wish, group.Name, neighbour, "role"));
                }
                else if (other.Seal == (wish == "After"))
                {
                    var (first, second) = group.Seal ? (neighbour, group.Name) : (group.Name, neighbour);
                    diagnostics.Add(PlanningDiagnostics.SealComesLast(origin, first, second));
                }
            }
        }

        var result = StableOrder.Sort([.. groups.Select(group => group.Name)], constraints);
        if (!result.Cycle.IsEmpty)
        {
            var (first, second) = (known[result.Cycle[0]], known[result.Cycle[1]]);
            diagnostics.Add(PlanningDiagnostics.OrderIsACycle(
                Wish(first.Name, second.Origin, second.After) ?? first.Origin.At("Before"), result.Cycle));
            return groups;
        }

        return result.Order.Select(name => inOrder[name]);
    }

    private static ImmutableArray<Provisioner> Sorted(
        ProvisionerGroup group, Dictionary<string, Provisioner> known, DiagnosticBag diagnostics)
    {
        var members = new Dictionary<string, Provisioner>(StringComparer.OrdinalIgnoreCase);
        foreach (var name in group.Provisioners)
        {
            if (known.TryGetValue(name, out var provisioner))
            {
                members.TryAdd(name, provisioner);
            }
        }

        var constraints = new List<(string, string)>();
        foreach (var provisioner in members.Values)
        {
            foreach (var (wish, neighbour, earlier, later) in Wishes(provisioner.Name, provisioner.After, provisioner.Before))
            {
                if (members.ContainsKey(neighbour))
                {
                    constraints.Add((earlier, later));
                }
                else if (!known.ContainsKey(neighbour))
                {
                    diagnostics.Add(PlanningDiagnostics.UnknownNeighbour(
                        provisioner.Origin.At(wish), wish, "provisioner", neighbour, Suggestion.For(neighbour, known.Keys)));
                }
            }
        }

        var result = StableOrder.Sort([.. members.Keys], constraints);
        if (!result.Cycle.IsEmpty)
        {
            var (first, second) = (known[result.Cycle[0]], known[result.Cycle[1]]);
            diagnostics.Add(PlanningDiagnostics.OrderIsACycle(
                Wish(first.Name, second.Origin, second.After) ?? first.Origin.At("Before"), result.Cycle));
            return [.. members.Values];
        }

        return [.. result.Order.Select(name => members[name])];
    }

    /// <summary>Where the wish stands that puts the first name before the other item, or null when the first one wishes it.</summary>
    private static Origin? Wish(string first, Origin second, ImmutableArray<string> after) =>
        after.Contains(first, StringComparer.OrdinalIgnoreCase) ? second.At("After") : null;

    /// <summary>A provisioner may stand in several groups; a wish is idle only when its neighbour is in none of them.</summary>
    private static void ReportNeverTogether(
        ProvisionerGroup[] groups, Dictionary<string, Provisioner> known, DiagnosticBag diagnostics)
    {
        foreach (var provisioner in known.Values)
        {
            if (provisioner.After.IsEmpty && provisioner.Before.IsEmpty)
            {
                continue;
            }

            var own = groups.Where(group => Has(group, provisioner.Name)).ToArray();
            foreach (var (wish, neighbour, _, _) in Wishes(provisioner.Name, provisioner.After, provisioner.Before))
            {
                if (own.Length > 0 && known.ContainsKey(neighbour) && !own.Any(group => Has(group, neighbour)))
                {
                    diagnostics.Add(PlanningDiagnostics.NeverTogether(
                        provisioner.Origin.At(wish), wish, provisioner.Name, neighbour, "group"));
                }
            }
        }
    }

    private static bool Has(ProvisionerGroup group, string provisioner) =>
        group.Provisioners.Contains(provisioner, StringComparer.OrdinalIgnoreCase);

    private static IEnumerable<(string Wish, string Neighbour, string Earlier, string Later)> Wishes(
        string name, ImmutableArray<string> after, ImmutableArray<string> before)
    {
        foreach (var neighbour in after)
        {
            yield return ("After", neighbour, neighbour, name);
        }

        foreach (var neighbour in before)
        {
            yield return ("Before", neighbour, name, neighbour);
        }
    }

    /// <summary>The first of each name; duplicates have been reported by reading.</summary>
    private static Dictionary<string, T> ByName<T>(IEnumerable<T> values, Func<T, string> name)
    {
        var byName = new Dictionary<string, T>(StringComparer.OrdinalIgnoreCase);
        foreach (var value in values)
        {
            byName.TryAdd(name(value), value);
        }

        return byName;
    }
}
