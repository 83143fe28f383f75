namespace Xoap.Images.TestReports;

/// <summary>A test with what filters can ask of it.</summary>
internal sealed record FilteredTest(TestCase Test, string Framework, string Variant)
{
    private static readonly Dictionary<string, Func<FilteredTest, IEnumerable<string>>> Properties = new(StringComparer.OrdinalIgnoreCase)
    {
        ["FullyQualifiedName"] = asked => [TestNames.FullyQualified(asked.Test)],
        ["Name"] = asked => [asked.Test.Path[^1]],
        ["DisplayName"] = asked => [asked.Test.Path[^1]],
        ["TestCategory"] = asked => asked.Test.Tags,
        ["Tag"] = asked => asked.Test.Tags,
        ["File"] = asked => [asked.Test.File, asked.Test.File[(asked.Test.File.LastIndexOf('/') + 1)..]],
        ["Framework"] = asked => [asked.Framework],
        ["Variant"] = asked => [asked.Variant],
    };

    public static IEnumerable<string> PropertyNames => Properties.Keys;

    /// <summary>How to read a property's values; null when there is none of that name.</summary>
    public static Func<FilteredTest, IEnumerable<string>>? Property(string name) => Properties.GetValueOrDefault(name);
}
