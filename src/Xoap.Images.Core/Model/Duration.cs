using System.Globalization;
using System.Text;

namespace Xoap.Images.Model;

/// <summary>Durations as Packer writes them.</summary>
internal static class Duration
{
    /// <summary><c>1h30m</c>, <c>45s</c>, <c>1m0.5s</c>; zero is <c>0s</c>.</summary>
    public static string Of(TimeSpan duration)
    {
        var text = new StringBuilder();
        var hours = (long)duration.TotalHours;
        if (hours > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"{hours}h");
        }

        if (duration.Minutes > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"{duration.Minutes}m");
        }

        var seconds = duration.Seconds + (duration.Milliseconds / 1000m);
        if (seconds > 0 || text.Length == 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"{seconds:0.###}s");
        }

        return text.ToString();
    }
}
