using System.Collections.Immutable;
using Xoap.Images.Testing;
using Xoap.Images.TestReports;
using TestResult = Xoap.Images.TestReports.TestResult;

namespace Xoap.Images.Tests.Testing;

public class TestTimesTests
{
    private static readonly DateTimeOffset Began = new(2026, 11, 20, 9, 30, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(new[] { 1, 2, 3 }, new[] { 4, 5, 7 })]
    [InlineData(new[] { 8, 9 }, new[] { 0, 1 })]
    [InlineData(new[] { 1_000_000_000, 1_000_000_000, 1 }, new[] { 0, 0, 9 })]
    [InlineData(new int[0], new int[0])]
    public void Tests_ran_one_after_another_until_their_file_ended(int[] durations, int[] starts)
    {
        var results = durations.Select(seconds => new TestResult("", "", 0, [], TestState.Passed, TimeSpan.FromSeconds(seconds))).ToImmutableArray();
        Assert.Equal(
            starts.Select(seconds => (DateTimeOffset?)Began.AddSeconds(seconds)),
            TestTimes.Of(results, Began, Began.AddSeconds(10)).Select(result => result.Started));
    }

    [Fact]
    public async Task A_file_has_the_time_between_its_own_lines()
    {
        using var boot = new ABoot().Tests("first.bats", "a").Tests("second.bats", "b");
        var before = DateTimeOffset.Now;
        await boot.RunAsync(
            "say 001 begin Bats; say 001 out 1..1; say 001 out ok 1 a in 100ms; say 001 exit 0; sleep 1; "
            + "say 002 begin Bats; say 002 out 1..1; say 002 out ok 1 b in 3600000ms; say 002 exit 0; say 000 end");
        var (a, b) = (boot.Started[0]!.Value, boot.Started[1]!.Value);
        Assert.InRange(a, before, b);
        Assert.NotEqual(a, b);
    }
}
