using System.Globalization;

namespace Xoap.Images.TestReports;

/// <summary>What a TAP report as a whole lacks.</summary>
internal static class TapFaults
{
    private const int ShownNumbers = 10;

    /// <param name="points">The tests that the plan counts.</param>
    public static List<FileFault> Of(TapDocument document, IReadOnlyList<TapPoint> points)
    {
        var faults = new List<FileFault>();
        if (document.BailOut is { } reason)
        {
            faults.Add(new(reason.Length > 0 ? $"The tests gave up: {reason}" : "The tests gave up (Bail out!)."));
        }

        if (document.Plan is null)
        {
            faults.Add(new("The report has no plan (1..N), so that nobody knows whether all tests ran."));
        }
        else if (document.Plan.Count != points.Count)
        {
            faults.Add(new(document.Plan.Count > points.Count
                ? $"Of {Tests(document.Plan.Count)} in the plan, {Number(document.Plan.Count - points.Count)} did not report."
                : $"The plan has {Tests(document.Plan.Count)}, but {Number(points.Count)} reported."));
        }

        var repeated = points.GroupBy(point => point.Number).Where(group => group.Key is not null && group.Skip(1).Any())
            .Select(group => Number(group.Key!.Value)).ToList();
        if (repeated.Count > 0)
        {
            var shown = string.Join(", ", repeated.Take(ShownNumbers)) + (repeated.Count > ShownNumbers ? ", …" : ".");
            faults.Add(new($"Several tests have the same number: {shown}"));
        }

        return faults;
    }

    private static string Tests(int count) => count == 1 ? "1 test" : $"{Number(count)} tests";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
