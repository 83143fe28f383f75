using System.Collections.Immutable;
using Xoap.Images.Model;

namespace Xoap.Images.Planning;

/// <summary>How old an image may be before it is built again although nothing changed.</summary>
internal static class ImageAge
{
    /// <summary>The project's own limit, or that of a step that goes stale sooner.</summary>
    public static TimeSpan? Limit(TimeSpan? maxAge, ImmutableArray<PlannedStep> steps)
    {
        foreach (var step in steps)
        {
            TimeSpan? age = step.Provisioner.Volatile switch
            {
                Volatility.Always => TimeSpan.Zero,
                Volatility.Daily => TimeSpan.FromDays(1),
                Volatility.Weekly => TimeSpan.FromDays(7),
                _ => null,
            };
            maxAge = age < maxAge || maxAge is null ? age ?? maxAge : maxAge;
        }

        return maxAge;
    }
}
