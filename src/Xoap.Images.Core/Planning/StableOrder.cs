using System.Collections.Immutable;

namespace Xoap.Images.Planning;

/// <summary>Sorts names by constraints and otherwise leaves them as they were listed.</summary>
internal static class StableOrder
{
    /// <param name="names">Unique without regard to case.</param>
    /// <param name="constraints">Both names of each pair are among <paramref name="names"/>.</param>
    public static StableOrderResult Sort(IReadOnlyList<string> names, IReadOnlyCollection<(string Earlier, string Later)> constraints)
    {
        if (constraints.Count == 0)
        {
            return new StableOrderResult([.. names], []);
        }

        var indexes = new Dictionary<string, int>(names.Count, StringComparer.OrdinalIgnoreCase);
        for (var index = 0; index < names.Count; index++)
        {
            indexes.Add(names[index], index);
        }

        var followers = new List<int>[names.Count];
        var waitingFor = new int[names.Count];
        foreach (var (earlier, later) in constraints)
        {
            (followers[indexes[earlier]] ??= []).Add(indexes[later]);
            waitingFor[indexes[later]]++;
        }

        var ready = new SortedSet<int>();
        for (var index = 0; index < names.Count; index++)
        {
            if (waitingFor[index] == 0)
            {
                ready.Add(index);
            }
        }

        var order = ImmutableArray.CreateBuilder<string>(names.Count);
        while (ready.Count > 0)
        {
            var next = ready.Min;
            ready.Remove(next);
            order.Add(names[next]);
            foreach (var follower in followers[next] ?? [])
            {
                if (--waitingFor[follower] == 0)
                {
                    ready.Add(follower);
                }
            }
        }

        return order.Count == names.Count
            ? new StableOrderResult(order.ToImmutable(), [])
            : new StableOrderResult([], Cycle(names, followers, waitingFor));
    }

    /// <summary>Walks backwards among the names that never became ready: each waits for another one of them.</summary>
    private static ImmutableArray<string> Cycle(IReadOnlyList<string> names, List<int>[] followers, int[] waitingFor)
    {
        var path = new List<int>();
        var current = Array.FindIndex(waitingFor, count => count > 0);
        while (!path.Contains(current))
        {
            path.Add(current);
            current = StuckBefore(current);
        }

        path.Add(current);
        path.RemoveRange(0, path.IndexOf(current));
        path.Reverse();
        return [.. path.Select(index => names[index])];

        int StuckBefore(int index)
        {
            for (var candidate = 0; candidate < followers.Length; candidate++)
            {
                if (waitingFor[candidate] > 0 && followers[candidate] is { } list && list.Contains(index))
                {
                    return candidate;
                }
            }

            throw new InvalidOperationException("A name that never became ready waits for another one.");
        }
    }
}

/// <summary>An order, or the cycle that makes one impossible.</summary>
/// <param name="Cycle">From a name to itself, each one earlier than the next; empty when there is an order.</param>
internal sealed record StableOrderResult(ImmutableArray<string> Order, ImmutableArray<string> Cycle);
