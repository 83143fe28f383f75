using System.Diagnostics;
using FsCheck;
using FsCheck.Fluent;
using Xoap.Images.TestReports;

namespace Xoap.Images.Tests.TestReports;

public class PesterSourceTests
{
    [Theory]
    [InlineData("5.9.0", "Inventory.Tests.ps1", 21)]
    [InlineData("6.0.0", "Inventory.Tests.ps1", 21)]
    [InlineData("5.9.0", "Setup.Tests.ps1", 9)]
    [InlineData("6.0.0", "Param.Tests.ps1", 2)]
    public void The_text_and_the_run_agree_on_the_tests(string version, string file, int count)
    {
        var found = PesterSource.Tests(Sample.TestFile(file), Sample.Read("pester", file));
        var reported = PesterResults.Read(RecordedPester.Of(version, file)).Where(result => result.Path[^1] != "AfterAll").ToList();
        Assert.Equal(reported.Select(result => TestId.First(result.Id)).Distinct().Order(), found.Select(test => test.Id).Order());
        Assert.Equal(count, found.Length);
        var tags = reported.ToLookup(result => TestId.First(result.Id), result => string.Join(' ', result.Tags));
        Assert.All(found, test => Assert.Equal(tags[test.Id].First(), string.Join(' ', test.Tags)));
    }

    [Fact]
    public void Broken_files_still_show_their_tests()
    {
        Assert.Equal("2 Never parsed/has an unclosed block", Shown(Sample.Read("pester", "ParseError.Tests.ps1")));
        Assert.Equal("4 Needs cases/case <_>", Shown(Sample.Read("pester", "DiscoveryError.Tests.ps1")));
    }

    [Theory]
    [InlineData("It 'a' { }", "1 a")]
    [InlineData("it \"b `\"c`\" `$d $e\" { }", "1 b \"c\" $d $e")]
    [InlineData("It plain { }", "1 plain")]
    [InlineData("It 'it''s' { }", "1 it's")]
    [InlineData("It ‘smart’ { }", "1 smart")]
    [InlineData("It -Name 'named' -Test { }", "1 named")]
    [InlineData("It -Name:'named' { }", "1 named")]
    [InlineData("It -Tag 'x','y' 'after' { }", "1 after [x y]")]
    [InlineData("It -Tag @('x', 'y') -Skip 'after' { }", "1 after [x y]")]
    [InlineData("It 'a' -Tags x -Skip:$true { }", "1 a [x]")]
    [InlineData("It 'a' -ForEach 'p', 'q' { }", "1 a")]
    [InlineData("It -ForEach $cases 'a' { }", "1 a")]
    [InlineData("It -ForEach @{ a = { 1 }; b = ')' } 'a' { }", "1 a")]
    [InlineData("It 'a' -TestCases @(\n  @{ It = 1; Describe = '}' }\n) {\n}\nIt 'b' { }", "1 a\n5 b")]
    [InlineData("It ('a' + 'b') { }", "1 ('a' + 'b')")]
    [InlineData("It 'a' `\n  -Skip `\r\n  {\n}\nIt 'b' {}", "1 a\n5 b")]
    [InlineData("It 'a' -ForEach 1,\n 2 { }", "1 a")]
    [InlineData("It 'a' { }; It 'b' { }", "1 a\n1 b")]
    [InlineData("\uFEFFIt 'a' { '{' }\nIt 'b' { \"}\" }", "1 a\n2 b")]
    [InlineData("It \"a `u{1F600}`n\" { }", "1 a 😀\n")]
    public void Every_way_to_write_a_test_is_found(string text, string expected) => Assert.Equal(expected, Shown(text));

    [Theory]
    [InlineData("# It 'a' { }")]
    [InlineData("<#\nIt 'a' { }\n#>")]
    [InlineData("@'\nIt 'a' { }\n'@")]
    [InlineData("@\"  \r\nIt 'a' { }\r\n\"@")]
    [InlineData("'\nIt ''a'' { }\n'")]
    [InlineData("$x = @{ It = 'a' }")]
    [InlineData("It 'no block'")]
    [InlineData("It 'block below'\n{ }")]
    [InlineData("Write-Host It 'a' { }")]
    [InlineData("It { }")]
    [InlineData("Describe 'a' { }")]
    [InlineData("It")]
    [InlineData("")]
    public void What_only_looks_like_a_test_is_none(string text) => Assert.Equal("", Shown(text));

    [Fact]
    public void Nesting_follows_the_braces_that_count() => Assert.Equal(
        """
        4 A/one [t]
        14 A/B/two [t u v]
        19 A/three [t]
        22 four
        25 C/five
        """,
        Shown(""""
            BeforeAll { function It2 { } }
            Describe 'A' -Tag 't' {
                BeforeAll { $x = "} $(if ($true) { "}" }) {" }
                It 'one' { It 'not a test' { } }
                $text = @"
            } } It 'nor this' {
            "@
                <# } #>
                # }
                ${odd { name} = '}'
                $h = @{ a = '{'; b = @( 1, { } ) }
                Context "B" `
                    -Tag u, "v" {
                    It 'two' { $x | Should -Be '}' }
                }
                if ($true) { } # Context 'no' {

                foreach ($name in 'a', 'b') {
                    It 'three' { }
                }
            }
            It four { }
            InModuleScope X {
                Describe C {
                    It 'five' { }
                }
            }
            """"));

    [Fact]
    public void No_text_throws() => Prop.ForAll<string>(text =>
        PesterSource.Tests(Sample.TestFile("x"), text ?? "").Length + PesterSource.Tests(Sample.TestFile("x"), $"It \"{text} $( @' {{").Length >= 0)
        .QuickCheckThrowOnFailure();

    [Fact]
    public void Deep_and_long_files_end_soon()
    {
        var watch = Stopwatch.StartNew();
        foreach (var piece in new[] { "{", "\"$(", "(", "It ", "It a (", "Describe a {", "'", "@'\n", "`", "<#", "${" })
        {
            PesterSource.Tests(Sample.TestFile("x"), string.Concat(Enumerable.Repeat(piece, 20_000)));
        }

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(60), watch.Elapsed.ToString());
    }

    private static string Shown(string text) => string.Join(
        '\n',
        PesterSource.Tests(Sample.TestFile("x.Tests.ps1"), text).Select(test =>
            $"{test.Line} {string.Join('/', test.Path)}{(test.Tags.Length > 0 ? $" [{string.Join(' ', test.Tags)}]" : "")}"));
}
