using Xoap.Images.Tasks;
using Xoap.Images.TestReports;

namespace Xoap.Images.Tests.Tasks;

public class TestTextTests
{
    private static readonly TestResult Result = new("id", "/tests/a.bats", 3, ["a"], TestState.Failed, TimeSpan.Zero);

    [Fact]
    public void A_test_that_said_nothing_has_no_text() => Assert.Equal("", TestText.Of(Result));

    [Fact]
    public void Message_place_and_output_stand_under_their_headings() => Assert.Equal(
        "\n  Error Message:\n   'false' failed\n  Stack Trace:\n   (line 3)\n  Standard Output Messages:\n   one\n   \n   two",
        TestText.Of(Result with { Message = "'false' failed", Details = "(line 3)", Output = "one\r\n\r\ntwo\n" }));

    [Fact]
    public void What_the_message_says_is_not_said_twice() => Assert.Equal(
        "\n  Error Message:\n   No test ran. It last said: no such file", TestText.Of(Result with { Message = "No test ran. It last said: no such file", Details = "no such file\n" }));

    [Fact]
    public void Of_much_output_the_end_is_shown()
    {
        var text = TestText.Of(Result with { Output = string.Join('\n', Enumerable.Range(1, 1000)) + new string('x', 5000) });
        Assert.Contains("\n   … 800 more lines\n   801\n", text, StringComparison.Ordinal);
        Assert.EndsWith("x…", text, StringComparison.Ordinal);
        Assert.True(text.Length < 10_000);
    }

    [Fact]
    public void A_guest_does_not_steer_the_terminal() =>
        Assert.Equal("\n  Error Message:\n    [31mred\tü", TestText.Of(Result with { Message = "\u001b[31mred\tü" }));
}
