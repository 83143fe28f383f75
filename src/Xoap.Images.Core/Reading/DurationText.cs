using System.Globalization;

namespace Xoap.Images.Reading;

/// <summary>Durations as people write them: <c>15m</c>, <c>1h30m</c>, <c>90s</c>, or <c>hh:mm:ss</c> with any number of hours.</summary>
internal static class DurationText
{
    public static bool TryParse(string text, out TimeSpan duration) =>
        text.Contains(':', StringComparison.Ordinal) ? TryParseClock(text, out duration) : TryParseUnits(text, out duration);

    private static bool TryParseClock(string text, out TimeSpan duration)
    {
        duration = default;
        if (text.Split(':') is not [var hours, { Length: 2 } minutes, { Length: 2 } seconds]
            || !TryParseWhole(hours, out var h)
            || !TryParseWhole(minutes, out var m)
            || !TryParseWhole(seconds, out var s)
            || m > 59
            || s > 59)
        {
            return false;
        }

        duration = new TimeSpan(0, h, m, s);
        return true;
    }

    private static bool TryParseUnits(string text, out TimeSpan duration)
    {
        duration = default;
        var position = 0;
        var ticks = 0.0;
        while (position < text.Length)
        {
            var start = position;
            while (position < text.Length && (char.IsAsciiDigit(text[position]) || text[position] == '.'))
            {
                position++;
            }

            var number = text.AsSpan(start, position - start);
            start = position;
            while (position < text.Length && char.IsAsciiLetter(text[position]))
            {
                position++;
            }

            if (!double.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
                || TicksOf(text.AsSpan(start, position - start)) is not { } unit)
            {
                return false;
            }

            ticks += value * unit;
        }

        if (text.Length == 0 || ticks >= TimeSpan.MaxValue.Ticks)
        {
            return false;
        }

        duration = new TimeSpan((long)Math.Round(ticks));
        return true;
    }

    private static long? TicksOf(ReadOnlySpan<char> unit) => unit switch
    {
        "h" => TimeSpan.TicksPerHour,
        "m" => TimeSpan.TicksPerMinute,
        "s" => TimeSpan.TicksPerSecond,
        "ms" => TimeSpan.TicksPerMillisecond,
        _ => null,
    };

    private static bool TryParseWhole(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number < 100_000_000;
}
