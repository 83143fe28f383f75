namespace Xoap.Images.Diagnostics;

/// <summary>"Did you mean": the candidate nearest to a mistyped name.</summary>
internal static class Suggestion
{
    private const int LettersPerEdit = 3;

    /// <summary>The closest candidate, or null: a match without case and underscores, else one edit for every three letters.</summary>
    public static string? Closest(string name, IEnumerable<string> candidates)
    {
        var wanted = Plain(name);
        string? best = null;
        var bestDistance = (wanted.Length / LettersPerEdit) + 1;
        foreach (var candidate in candidates)
        {
            var distance = Distance(wanted, Plain(candidate), bestDistance);
            if (distance < bestDistance)
            {
                (best, bestDistance) = (candidate, distance);
            }
        }

        return best;
    }

    /// <summary>" Did you mean 'X'?", or an empty string.</summary>
    public static string For(string name, IEnumerable<string> candidates) =>
        Closest(name, candidates) is { } closest ? $" Did you mean '{closest}'?" : "";

    private static string Plain(string name) => name.Replace("_", "", StringComparison.Ordinal).ToLowerInvariant();

    /// <summary>Edits between two words, a swap of neighbours counting as one; <paramref name="limit"/> when there are as many or more.</summary>
    private static int Distance(string left, string right, int limit)
    {
        if (Math.Abs(left.Length - right.Length) >= limit)
        {
            return limit;
        }

        var beforePrevious = new int[right.Length + 1];
        var previous = new int[right.Length + 1];
        var current = new int[right.Length + 1];
        for (var column = 0; column <= right.Length; column++)
        {
            previous[column] = column;
        }

        for (var row = 1; row <= left.Length; row++)
        {
            current[0] = row;
            for (var column = 1; column <= right.Length; column++)
            {
                var cost = left[row - 1] == right[column - 1] ? 0 : 1;
                var edits = Math.Min(Math.Min(previous[column], current[column - 1]) + 1, previous[column - 1] + cost);
                var swapped = row > 1 && column > 1
                    && left[row - 1] == right[column - 2] && left[row - 2] == right[column - 1];
                current[column] = swapped ? Math.Min(edits, beforePrevious[column - 2] + 1) : edits;
            }

            (beforePrevious, previous, current) = (previous, current, beforePrevious);
        }

        return Math.Min(previous[right.Length], limit);
    }
}
