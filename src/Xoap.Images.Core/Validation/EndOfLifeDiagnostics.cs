using Xoap.Images.Diagnostics;

namespace Xoap.Images.Validation;

/// <summary>Problems of operating systems that grow old.</summary>
internal static class EndOfLifeDiagnostics
{
    public static Diagnostic NoDate(Origin origin, string text) => Diagnostic.Error(
        "XIMG2350",
        origin,
        $"'{text}' is no date. Expected the last day with security fixes as year, month and day, such as 2027-10-12.");

    public static Diagnostic Over(Origin origin, string name, string date, int days) => Diagnostic.Warning(
        "XIMG2351",
        origin,
        $"Operating system '{name}' has had no security fixes since {date}, {Days(days)} ago. Move the image to a successor, "
        + "or correct EndOfLife if fixes go on.");

    public static Diagnostic Near(Origin origin, string name, string date, int days) => Diagnostic.Warning(
        "XIMG2352",
        origin,
        $"Operating system '{name}' gets security fixes until {date} only: {Days(days)} from now. Plan the move to a successor.");

    private static string Days(int days) => days == 1 ? "1 day" : $"{days} days";
}
