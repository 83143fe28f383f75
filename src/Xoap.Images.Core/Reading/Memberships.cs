using System.Collections.Immutable;
using Xoap.Images.Diagnostics;

namespace Xoap.Images.Reading;

/// <summary>Members of containers, named from either side: the container's list first, then members in declaration order.</summary>
internal sealed class Memberships
{
    private readonly Dictionary<string, string> _members;
    private readonly Dictionary<string, string> _containers;
    private readonly string _memberKind;
    private readonly string _containerKind;
    private readonly ReadingContext _context;
    private readonly HashSet<string> _read = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, List<string>> _listed = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, List<string>> _fromMembers = new(StringComparer.OrdinalIgnoreCase);

    public Memberships(
        IEnumerable<string> members, IEnumerable<string> containers, string memberKind, string containerKind, ReadingContext context)
    {
        _members = ByName(members);
        _containers = ByName(containers);
        (_memberKind, _containerKind, _context) = (memberKind, containerKind, context);
    }

    /// <summary>Whether a name was not known: it may have been meant for anyone.</summary>
    public bool HasUnknown { get; private set; }

    /// <summary>What the container lists. A name listed twice stays twice: validation has an opinion on it.</summary>
    public void AddListed(Item container, string metadatum, ImmutableArray<string> members)
    {
        if (!_read.Add(container.Name))
        {
            return; // Two containers of one name were reported; the first stands for it.
        }

        foreach (var member in members)
        {
            if (_members.TryGetValue(member, out var known))
            {
                Add(_listed, container.Name, known);
            }
            else
            {
                HasUnknown = true;
                _context.Report(ProjectDiagnostics.UnknownMember(
                    container.Origin.At(metadatum), $"{container.Type} '{container.Name}'", metadatum, _memberKind, member,
                    Suggestion.For(member, _members.Values) + Cure(container, metadatum)));
            }
        }
    }

    /// <summary>What a member says of itself.</summary>
    public void AddFromMember(string member, Origin origin, string metadatum, ImmutableArray<string> containers)
    {
        foreach (var container in containers)
        {
            if (_containers.ContainsKey(container))
            {
                Add(_fromMembers, container, member);
            }
            else
            {
                HasUnknown = true;
                _context.Report(ProjectDiagnostics.UnknownMember(
                    origin.At(metadatum), $"{_memberKind} '{member}'", metadatum, _containerKind, container,
                    Suggestion.For(container, _containers.Values)));
            }
        }
    }

    public ImmutableArray<string> Of(string container)
    {
        var members = ImmutableArray.CreateBuilder<string>();
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var member in _listed.TryGetValue(container, out var listed) ? listed : [])
        {
            members.Add(member);
            seen.Add(member);
        }

        foreach (var member in _fromMembers.TryGetValue(container, out var own) ? own : [])
        {
            if (seen.Add(member))
            {
                members.Add(member);
            }
        }

        return members.ToImmutable();
    }

    /// <summary>A list of a package stays as it is when the project takes a member out.</summary>
    private static string Cure(Item container, string metadatum) => container.Origin.Package is null
        ? ""
        : $" If your project removed it, write <{container.Type} Update=\"{container.Name}\" {metadatum}=\"…\" /> with those that stay.";

    private static void Add(Dictionary<string, List<string>> lists, string container, string member)
    {
        if (!lists.TryGetValue(container, out var members))
        {
            lists.Add(container, members = []);
        }

        members.Add(member);
    }

    private static Dictionary<string, string> ByName(IEnumerable<string> names)
    {
        var byName = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var name in names)
        {
            byName.TryAdd(name, name);
        }

        return byName;
    }
}
