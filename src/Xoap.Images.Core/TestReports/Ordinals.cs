namespace Xoap.Images.TestReports;

/// <summary>Numbers equal names: 1 for the first of each.</summary>
internal sealed class Ordinals
{
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);

    public int Next(string name) => _counts[name] = _counts.GetValueOrDefault(name) + 1;
}
