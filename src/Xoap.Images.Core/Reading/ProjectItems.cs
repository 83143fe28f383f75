using Xoap.Images.Schemas;

namespace Xoap.Images.Reading;

/// <summary>A project's items by type, in declaration order; the first of a name stands for it.</summary>
internal sealed class ProjectItems
{
    private readonly Dictionary<string, List<Item>> _byType = new(StringComparer.OrdinalIgnoreCase);

    public ProjectItems(IEnumerable<Item> items)
    {
        foreach (var item in items)
        {
            if (!_byType.TryGetValue(item.Type, out var ofType))
            {
                _byType.Add(item.Type, ofType = []);
            }

            ofType.Add(item);
        }
    }

    public IReadOnlyList<Item> Of(ItemType type) => _byType.TryGetValue(type.Name, out var items) ? items : [];

    public IEnumerable<string> NamesOf(ItemType type)
    {
        foreach (var item in Of(type))
        {
            yield return item.Name;
        }
    }
}
