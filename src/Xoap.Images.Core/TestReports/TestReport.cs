using System.Collections.Immutable;

namespace Xoap.Images.TestReports;

/// <summary>The results of one run of <c>dotnet test</c> on a project.</summary>
/// <param name="Name">Of the image.</param>
/// <param name="Computer">That ran it.</param>
internal sealed record TestReport(
    string Name, string Computer, DateTimeOffset Started, DateTimeOffset Ended, ImmutableArray<VariantResults> Variants)
{
    public IEnumerable<TestResult> Results => Variants.SelectMany(variant => variant.Results);

    public bool Failed => Results.Any(result => result.State == TestState.Failed);
}

/// <summary>The results of one image.</summary>
/// <param name="Variant">Name of its builder.</param>
internal sealed record VariantResults(string Variant, DateTimeOffset Started, ImmutableArray<TestResult> Results);
