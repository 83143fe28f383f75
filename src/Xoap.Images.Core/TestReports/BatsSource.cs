using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;

namespace Xoap.Images.TestReports;

/// <summary>The tests of a Bats file, found line by line as Bats itself does.</summary>
internal static partial class BatsSource
{
    public static ImmutableArray<TestCase> Tests(TestFile file, string text)
    {
        var tests = ImmutableArray.CreateBuilder<TestCase>();
        ImmutableArray<string> ofFile = [], ofTest = [];
        var number = 0;
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            number++;
            var match = Test().Match(line);
            match = match.Success ? match : FunctionTest().Match(line);
            if (match.Success)
            {
                var name = Spoken(match.Groups["name"].Value);
                var id = TestId.Of(file, [name], number, 1);
                tests.Add(new TestCase(id, file.Path, number, [name]) { Tags = [.. ofTest.Concat(ofFile).Distinct().Order(StringComparer.Ordinal)] });
                ofTest = [];
            }
            else if (Tags().Match(line) is { Success: true } tags)
            {
                string[] values = tags.Groups["tags"].Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
                ofFile = tags.Groups["kind"].Value == "file" ? [.. values] : ofFile;
                ofTest = tags.Groups["kind"].Value == "test" ? [.. values] : ofTest;
            }
        }

        return tests.ToImmutable();
    }

    /// <summary>The name that Bats prints: without its quotes, Bats puts it between double quotes for the shell and uses the first word.</summary>
    private static string Spoken(string written)
    {
        var inner = written.StartsWith('"') || written.StartsWith('\'') ? written[1..] : written;
        inner = inner.EndsWith('"') || inner.EndsWith('\'') ? inner[..^1] : inner;
        var name = new StringBuilder();
        var quoted = true;
        for (var index = 0; index < inner.Length; index++)
        {
            var character = inner[index];
            if (character == '"')
            {
                quoted = !quoted;
            }
            else if (!quoted && character is ' ' or '\t')
            {
                break;
            }
            else
            {
                index += character == '\\' && index + 1 < inner.Length && (!quoted || inner[index + 1] is '"' or '\\' or '$' or '`') ? 1 : 0;
                name.Append(inner[index]);
            }
        }

        return name.ToString();
    }

    [GeneratedRegex(@"^[ \t]*@test[ \t]+(?<name>.*[^ \t])[ \t]+\{.*$")]
    private static partial Regex Test();

    // "is_up() { # @test": any function can be a test.
    [GeneratedRegex(@"^[ \t]*(?<name>[^ \t()]+)[ \t]*\(?\)?[ \t]+\{[ \t]+#[ \t]*@test[ \t]*$")]
    private static partial Regex FunctionTest();

    [GeneratedRegex(@"^[ \t]*#[ \t]*bats[ \t]+(?<kind>test|file)_tags=(?<tags>.*)$")]
    private static partial Regex Tags();
}
