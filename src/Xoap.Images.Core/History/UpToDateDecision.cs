using System.Collections.Immutable;

namespace Xoap.Images.History;

/// <summary>Whether a variant must be built, and why.</summary>
/// <param name="Reasons">In the user's words; empty when it is up to date.</param>
internal sealed record UpToDateDecision(bool UpToDate, ImmutableArray<string> Reasons)
{
    public static UpToDateDecision Yes { get; } = new(true, []);

    public static UpToDateDecision No(params ImmutableArray<string> reasons) => new(false, reasons);
}
