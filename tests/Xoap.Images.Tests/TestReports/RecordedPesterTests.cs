using System.Collections.Immutable;
using Xoap.Images.TestReports;

namespace Xoap.Images.Tests.TestReports;

/// <summary>Every test of the recorded runs has the state, the place and the message that Pester meant.</summary>
public class RecordedPesterTests
{
    public static TheoryData<string> Versions => RecordedPester.Versions;

    [Theory]
    [MemberData(nameof(Versions))]
    public void Every_test_has_its_state_and_place(string version) => Assert.Equal(
        """
        8 Passed Get-Price/returns the unit price
        13 Failed Get-Price/fails on a wrong total
        17 Failed Get-Price/surfaces an exception from the module
        21 Failed Get-Price/fails a multi-line string comparison
        25 Failed Get-Price/fails a -Throw expectation
        29 Failed Get-Price/collects several soft failures
        33 Skipped Get-Price/is skipped by switch
        35 Skipped Get-Price/is skipped at run time
        39 Skipped Get-Price/is inconclusive
        59 Passed Get-Price/price of apple is known
        59 Passed Get-Price/price of pear is known
        60 Failed Get-Price/price of kiwi is known
        63 Passed Get-Price/test case apple∕2
        68 Failed Get-Price/test case pear∕4
        48 Passed Get-Price/with quantity 1/costs 5 for 1 figs
        53 Passed Get-Price/with quantity 1/nested deeper/is still positive
        48 Passed Get-Price/with quantity 10/costs 45 for 10 figs
        53 Passed Get-Price/with quantity 10/nested deeper/is still positive
        49 Failed Get-Price/with quantity 20/costs 100 for 20 figs
        53 Passed Get-Price/with quantity 20/nested deeper/is still positive
        73 Passed Awkward names/has NULL & "quotes" 'single' [brackets] and a.dot
        74 Failed Awkward names/ünïcode ✓ 日本語
        75 Passed Awkward names/duplicate name
        76 Failed Awkward names/duplicate name
        77 Passed Awkward names/line↵break
        81 Skipped Skipped block/never runs
        82 Skipped Skipped block/inner/never runs either
        89 Failed Mocks/verifies a call
        """.Replace("NULL", version[0] == '5' ? "" : "$null"),
        Shown(version, "Inventory.Tests.ps1"));

    [Theory]
    [MemberData(nameof(Versions))]
    public void Failing_blocks_fail_what_they_prevent_and_nothing_else(string version)
    {
        Assert.Equal(
            """
            3 Failed Database/reads
            3 Failed Database/writes
            3 Failed Database/is skipped anyway
            3 Failed Database/transactions/rolls back
            16 Passed Teardown fails/itself passes
            21 Failed Per-test setup/gets no setup
            27 Failed Per-test teardown/passes but is torn down badly
            29 Failed Per-test teardown/fails and is torn down badly
            33 Passed Healthy/still runs
            17 Failed Teardown fails/AfterAll
            """,
            Shown(version, "Setup.Tests.ps1"));
        var messages = Results(version, "Setup.Tests.ps1").ToDictionary(result => result.Path[^1], result => result.Message);
        Assert.Equal("BeforeAll of 'Database' failed: cannot open the database", messages["rolls back"]);
        Assert.Equal("BeforeAll of 'Database' failed: cannot open the database", messages["is skipped anyway"]);
        Assert.Equal("each setup failed", messages["gets no setup"]);
        Assert.Equal("[0] Expected 2, but got 1.\n[1] each teardown failed", messages["fails and is torn down badly"]);
        Assert.Equal("AfterAll of 'Teardown fails' failed: cannot drop the database", messages["AfterAll"]);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public void Files_that_never_ran_fail_where_they_are_broken(string version)
    {
        var parse = Assert.Single(Results(version, "ParseError.Tests.ps1"));
        Assert.Equal(("/project/tests/ParseError.Tests.ps1", 1, TestState.Failed), (parse.File, parse.Line, parse.State));
        Assert.EndsWith("Missing closing '}' in statement block or type definition.", parse.Message);
        Assert.Equal("tests/ParseError.Tests.ps1", parse.Id);

        var discovery = Assert.Single(Results(version, "DiscoveryError.Tests.ps1"));
        Assert.Equal((1, TestState.Failed), (discovery.Line, discovery.State));
        Assert.StartsWith("The term 'Get-CasesFromNowhere' is not recognized", discovery.Message);
        Assert.Equal("at <ScriptBlock> in /project/tests/DiscoveryError.Tests.ps1:line 1", discovery.Details.Split('\n')[0]);
        Assert.DoesNotContain("Pester.psm1", discovery.Details);

        Assert.Equal("4 Passed Region eu/is known\n5 Failed Region eu/respects the limit", Shown(version, "Param.Tests.ps1"));
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public void The_counts_are_Pesters_own_with_the_blocks_and_files_that_it_only_counts(string version)
    {
        var counts = RecordedPester.Run(version)["counts"]!;
        var results = RecordedPester.Files(version).SelectMany(file => Results(version, file)).ToList();
        int Count(TestState state) => results.Count(result => result.State == state);
        Assert.Equal((int)counts["passed"]!, Count(TestState.Passed));
        Assert.Equal((int)counts["skipped"]! + (int)counts["inconclusive"]!, Count(TestState.Skipped));

        // One of the two failed blocks is in the four tests that its BeforeAll prevented.
        Assert.Equal((int)counts["failed"]! + (int)counts["failedContainers"]! + 1, Count(TestState.Failed));
        Assert.Equal(results.Count, results.Select(result => result.Id).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public void Messages_are_whole_and_details_name_what_was_compared(string version)
    {
        var results = Results(version, "Inventory.Tests.ps1").ToLookup(result => result.Path[^1]);
        var wrong = results["fails on a wrong total"].Single();
        Assert.Equal("Expected 30, because no discount was expected, but got 27.", wrong.Message);
        Assert.StartsWith(
            "Expected: 30\nActual: 27\nBecause: no discount was expected\nat <ScriptBlock> in /project/tests/Inventory.Tests.ps1:line 13",
            wrong.Details);
        Assert.Equal(["Unit", "Pricing", "Slow"], wrong.Tags.AsEnumerable());
        Assert.InRange(wrong.Duration.TotalMilliseconds, 1, 5000);
        Assert.Equal("unknown sku 'boom'", results["surfaces an exception from the module"].Single().Message);
        Assert.Contains("Inventory.psm1: line 3", results["surfaces an exception from the module"].Single().Details);
        Assert.StartsWith(
            "[0] Expected 2, but got 1.\n[1] Expected strings to be the same",
            results["collects several soft failures"].Single().Message);
        Assert.Equal("It is marked as skipped.", results["is skipped by switch"].Single().Message);
        Assert.Equal("the catalogue service is not reachable", results["is skipped at run time"].Single().Message);
        Assert.Equal("Inconclusive: prices are not final", results["is inconclusive"].Single().Message);
        Assert.StartsWith("Expected Get-Date to be called 2 times exactly", results["verifies a call"].Single().Message);
        Assert.All(results["line\nbreak"], result => Assert.Equal(("", ""), (result.Message, result.Details)));
    }

    private static ImmutableArray<TestResult> Results(string version, string file) => PesterResults.Read(RecordedPester.Of(version, file));

    private static string Shown(string version, string file) => string.Join(
        '\n',
        Results(version, file).Select(result =>
            $"{result.Line} {result.State} {string.Join('/', result.Path.Select(name => name.Replace('/', '∕').Replace('\n', '↵')))}"));
}
