using System.Globalization;
using Xoap.Images.Diagnostics;
using Xoap.Images.History;
using Xoap.Images.Reading;
using Xoap.Images.Running;

namespace Xoap.Images.Tasks;

/// <summary>The properties that say how Packer is run.</summary>
internal sealed record RunOptions(TimeSpan StopTimeout, TimeSpan? BuildTimeout, StopBehavior StopBehavior, int? Version)
{
    private static readonly TimeSpan DefaultStopTimeout = TimeSpan.FromMinutes(10);

    public static RunOptions Read(
        string packerStopTimeout, string imageBuildTimeout, string imageStopBehavior, string imageVersionNumber, DiagnosticBag diagnostics) => new(
        StopTimeoutOf(packerStopTimeout, diagnostics),
        Duration("ImageBuildTimeout", imageBuildTimeout, diagnostics),
        Choice("ImageStopBehavior", imageStopBehavior, StopBehavior.Cleanup, diagnostics),
        Number("ImageVersionNumber", imageVersionNumber, diagnostics));

    public static TimeSpan StopTimeoutOf(string packerStopTimeout, DiagnosticBag diagnostics) =>
        Duration("PackerStopTimeout", packerStopTimeout, diagnostics) ?? DefaultStopTimeout;

    /// <summary>Null when it is not set, or not a duration, which is reported.</summary>
    public static TimeSpan? Duration(string property, string text, DiagnosticBag diagnostics)
    {
        if (text.Length == 0)
        {
            return null;
        }

        if (DurationText.TryParse(text, out var duration))
        {
            return duration;
        }

        diagnostics.Add(ReadingDiagnostics.BadDuration(Origin.Property(property), property, text));
        return null;
    }

    /// <param name="fallback">What goes on with when the text names none, which is reported.</param>
    public static T Choice<T>(string property, string text, T fallback, DiagnosticBag diagnostics)
        where T : struct, Enum
    {
        var names = Enum.GetNames<T>();
        var index = Array.FindIndex(names, name => string.Equals(name, text, StringComparison.OrdinalIgnoreCase));
        if (index >= 0)
        {
            return Enum.Parse<T>(names[index]);
        }

        diagnostics.Add(ReadingDiagnostics.NotAllowed(Origin.Property(property), property, text, Suggestion.For(text, names), names));
        return fallback;
    }

    /// <summary>False when the text is neither true nor false, which is reported.</summary>
    public static bool Flag(string property, string text, DiagnosticBag diagnostics)
    {
        if (!bool.TryParse(text, out var flag))
        {
            diagnostics.Add(ReadingDiagnostics.WrongType(Origin.Property(property), property, text, "true or false"));
        }

        return flag;
    }

    private static int? Number(string property, string text, DiagnosticBag diagnostics)
    {
        if (text.Length == 0)
        {
            return null;
        }

        if (!int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            diagnostics.Add(ReadingDiagnostics.WrongType(Origin.Property(property), property, text, "a whole number from 1"));
            return null;
        }

        if (number < 1)
        {
            diagnostics.Add(HistoryDiagnostics.VersionIsNotPositive(Origin.Property(property), number));
            return null;
        }

        return number;
    }
}
