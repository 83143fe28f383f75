using Xoap.Images.Diagnostics;

namespace Xoap.Images.Validation;

/// <summary>What reading has complained about: a setting that was not understood must not be reported again as one that is missing.</summary>
internal sealed class ReadingTroubles
{
    private readonly HashSet<(string Type, int Index)> _items = [];
    private readonly HashSet<string> _types = new(StringComparer.Ordinal);

    public ReadingTroubles(IEnumerable<Diagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics)
        {
            if (diagnostic.Severity == Severity.Error)
            {
                _types.Add(diagnostic.Origin.ItemType);
                _items.Add((diagnostic.Origin.ItemType, diagnostic.Origin.Index));
            }
        }
    }

    public bool Any => _types.Count > 0;

    public bool With(Origin item) => _items.Contains((item.ItemType, item.Index));

    public bool WithAny(params ReadOnlySpan<string> itemTypes)
    {
        foreach (var type in itemTypes)
        {
            if (_types.Contains(type))
            {
                return true;
            }
        }

        return false;
    }
}
