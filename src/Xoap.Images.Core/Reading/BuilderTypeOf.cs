using Xoap.Images.Diagnostics;
using Xoap.Images.Schemas;

namespace Xoap.Images.Reading;

/// <summary>The type that a Builder item names.</summary>
internal static class BuilderTypeOf
{
    public static BuilderType? Item(Item item) =>
        item.Metadata.TryGetValue("Type", out var escaped) ? BuilderTypes.Find(MsBuildText.Unescape(escaped).Trim()) : null;

    public static void ReportMissing(Item item, ReadingContext context)
    {
        var known = BuilderTypes.Friendly.Select(type => type.Name);
        if (item.Metadata.TryGetValue("Type", out var escaped) && escaped.Length > 0)
        {
            var name = MsBuildText.Unescape(escaped);
            context.Report(ReadingDiagnostics.UnknownType(
                item.Origin.At("Type"), "builder", name, Suggestion.For(name, BuilderTypes.Names), known));
            return;
        }

        context.Report(ReadingDiagnostics.MetadatumMissing(
            item.Origin, item.Type, item.Name, "Type", $" with one of: {string.Join(", ", known)}"));
    }
}
