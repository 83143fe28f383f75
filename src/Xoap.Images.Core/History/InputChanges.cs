using System.Collections.Immutable;
using Xoap.Images.Planning;

namespace Xoap.Images.History;

/// <summary>Says in the user's words how the inputs of two keys differ.</summary>
internal static class InputChanges
{
    public static ImmutableArray<string> Between(ImmutableArray<FingerprintInput> before, ImmutableArray<FingerprintInput> after)
    {
        var old = ByLabel(before);
        var seen = ByLabel(after);
        var changes = ImmutableArray.CreateBuilder<string>();
        foreach (var input in after)
        {
            if (!seen.Remove(input.Label, out var value))
            {
                continue;
            }

            if (!old.Remove(input.Label, out var earlier))
            {
                changes.Add(input.Label + " added");
            }
            else if (earlier != value)
            {
                changes.Add(input.Label + " changed");
            }
        }

        foreach (var input in before)
        {
            if (old.Remove(input.Label))
            {
                changes.Add(input.Label + " removed");
            }
        }

        if (changes.Count == 0)
        {
            changes.Add("the order of steps or settings changed");
        }

        return changes.ToImmutable();
    }

    /// <summary>Values by label; those of a label that stands several times are taken together.</summary>
    private static Dictionary<string, string> ByLabel(ImmutableArray<FingerprintInput> inputs)
    {
        var values = new Dictionary<string, string>(inputs.Length, StringComparer.Ordinal);
        foreach (var input in inputs)
        {
            values[input.Label] = values.TryGetValue(input.Label, out var other) ? other + "\n" + input.Value : input.Value;
        }

        return values;
    }
}
