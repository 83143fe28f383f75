using System.Collections.Immutable;
using Xoap.Images.Model;
using Xoap.Images.TestReports;

namespace Xoap.Images.Testing;

/// <summary>Which tests a filter takes.</summary>
/// <param name="filter">Null: all.</param>
internal sealed class WantedTests(TestFilter? filter, ImmutableArray<VariantTests> variants)
{
    private readonly Dictionary<string, TestFramework> _frameworks = variants.SelectMany(variant => variant.Files)
        .GroupBy(file => file.File.Path, StringComparer.Ordinal)
        .ToDictionary(files => files.Key, files => files.First().Test.Test.Framework, StringComparer.Ordinal);

    /// <summary>A test whose name nobody can tell any more is always taken: it may be one that was asked for.</summary>
    public bool Takes(string variant, TestCase test) =>
        filter is null || test.Path.Any(MaskedName.Is) || filter.Matches(test, _frameworks[test.File].ToString(), variant);
}
