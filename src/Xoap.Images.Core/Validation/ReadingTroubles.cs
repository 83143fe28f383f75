using Xoap.Images.Diagnostics;
using Xoap.Images.Model;

namespace Xoap.Images.Validation;

/// <summary>What reading has complained about: a setting that was not understood must not be reported again as one that is missing.</summary>
internal sealed class ReadingTroubles
{
    private const string Connection = "Connection";

    private readonly HashSet<(string Type, int Index)> _items = [];
    private readonly HashSet<string> _types = new(StringComparer.Ordinal);
    private readonly HashSet<string> _connections = new(StringComparer.OrdinalIgnoreCase);

    public ReadingTroubles(IEnumerable<Diagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics)
        {
            if (diagnostic.Severity == Severity.Error)
            {
                _types.Add(diagnostic.Origin.ItemType);
                _items.Add((diagnostic.Origin.ItemType, diagnostic.Origin.Index));
                if (diagnostic.Origin.ItemType == Connection)
                {
                    _connections.Add(diagnostic.Origin.Name);
                }
            }
        }
    }

    public bool With(Origin item) => _items.Contains((item.ItemType, item.Index));

    /// <summary>Whether something was said of the builder, or of what it takes its settings from.</summary>
    public bool WithVariant(Variant variant) =>
        With(variant.Origin)
        || WithAny("BuilderBlock")
        || (variant.OperatingSystem is { } system ? With(system.Origin) : WithAny("OperatingSystem"))
        || (variant.Connection is { } connection && _connections.Contains(connection));

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
