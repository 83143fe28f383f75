using Xoap.Images.TestReports;

namespace Xoap.Images.Testing;

/// <summary>The results of a run of tests as they come.</summary>
internal sealed class GatheredResults(string image, DateTimeOffset started)
{
    private readonly List<(string Variant, TestResult Result)> _results = [];

    public int Total => _results.Count;

    public int Count(TestState state) => _results.Count(gathered => gathered.Result.State == state);

    public void Add(string variant, TestResult result) => _results.Add((variant, result));

    public TestReport Report(DateTimeOffset ended) => new(
        image,
        Environment.MachineName,
        started,
        ended,
        [
            .. _results.GroupBy(gathered => gathered.Variant, StringComparer.Ordinal)
                .OrderBy(variant => variant.Key, StringComparer.Ordinal)
                .Select(variant => new VariantResults(variant.Key, started, [.. variant.Select(gathered => gathered.Result)])),
        ]);
}
