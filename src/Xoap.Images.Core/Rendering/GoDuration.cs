using System.Globalization;

namespace Xoap.Images.Rendering;

/// <summary>Durations as Packer reads them.</summary>
internal static class GoDuration
{
    /// <summary>1h30m, 15m, 10s, 250ms.</summary>
    public static string Of(TimeSpan duration)
    {
        var milliseconds = (long)duration.TotalMilliseconds;
        if (milliseconds % 1000 != 0)
        {
            return Part(milliseconds, "ms");
        }

        var seconds = milliseconds / 1000;
        var text = Part(seconds / 3600, "h") + Part(seconds / 60 % 60, "m") + Part(seconds % 60, "s");
        return text.Length == 0 ? "0s" : text;
    }

    private static string Part(long count, string unit) =>
        count == 0 ? "" : count.ToString(CultureInfo.InvariantCulture) + unit;
}
