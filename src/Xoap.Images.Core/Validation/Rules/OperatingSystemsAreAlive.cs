using System.Globalization;
using Xoap.Images.Diagnostics;
using Xoap.Images.Model;

namespace Xoap.Images.Validation.Rules;

/// <summary>Operating systems in use still get security fixes, and will for a while.</summary>
internal static class OperatingSystemsAreAlive
{
    private const int NearDays = 90;
    private const string Format = "yyyy-MM-dd";

    public static void Check(ImageDefinition definition, DateOnly? today, DiagnosticBag diagnostics)
    {
        foreach (var variant in definition.Variants)
        {
            if (variant.OperatingSystem is not { EndOfLife: { } text } system)
            {
                continue;
            }

            var origin = system.Origin.At("EndOfLife");
            if (!DateOnly.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var end))
            {
                diagnostics.Add(EndOfLifeDiagnostics.NoDate(origin, text));
            }
            else if (today is { } day && end.DayNumber - day.DayNumber is var left and <= NearDays)
            {
                diagnostics.Add(left < 0
                    ? EndOfLifeDiagnostics.Over(origin, system.Name, text, -left)
                    : EndOfLifeDiagnostics.Near(origin, system.Name, text, left));
            }
        }
    }
}
