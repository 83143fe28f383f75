using FsCheck;
using FsCheck.Fluent;
using Xoap.Images.TestReports;

namespace Xoap.Images.Tests.TestReports;

public class TestFilterTests
{
    private static readonly TestCase Test =
        new("id", "/project/tests/web.Tests.ps1", 4, ["Web server", "serves (all) pages"]) { Tags = ["Smoke", "Slow"] };

    [Theory]
    [InlineData("serves", true)]
    [InlineData("SERVER.serves", true)]
    [InlineData("web.Tests.Web server", true)]
    [InlineData("mail", false)]
    [InlineData("FullyQualifiedName~web.Tests", true)]
    [InlineData("FullyQualifiedName!~web.Tests", false)]
    [InlineData("FullyQualifiedName=web.tests.web server.serves \\(all\\) pages", true)]
    [InlineData("Name=serves \\(all\\) pages", true)]
    [InlineData("Name=serves", false)]
    [InlineData("DisplayName!=serves", true)]
    [InlineData("name ~ serves", true)]
    [InlineData("TestCategory=smoke", true)]
    [InlineData("Tag=Slow", true)]
    [InlineData("TestCategory!=Slow", false)]
    [InlineData("TestCategory!=Fast", true)]
    [InlineData("Tag~mok", true)]
    [InlineData("Tag!~mok", false)]
    [InlineData("File~tests/web", true)]
    [InlineData("Framework=pester", true)]
    [InlineData("Variant=azure", false)]
    [InlineData("Variant!=azure", true)]
    [InlineData("mail|serves", true)]
    [InlineData("mail & serves", false)]
    [InlineData("mail & mail | serves", true)]
    [InlineData("serves | mail & mail", true)]
    [InlineData("(serves | mail) & mail", false)]
    [InlineData("( ( serves ) )&(Tag=Slow|Tag=x)", true)]
    [InlineData("Name~serves&Tag=Smoke&Framework=Pester", true)]
    [InlineData("Name~a\\=b|Name~all", true)]
    public void A_filter_chooses(string text, bool expected)
    {
        Assert.True(TestFilter.TryParse(text, out var filter, out var problem), problem);
        Assert.Equal("", problem);
        Assert.Equal(expected, filter.Matches(Test, "Pester", "qemu"));
    }

    [Theory]
    [InlineData("a\\=b\\=c \\& d\\|e\\!\\~\\\\f", "a=b=c & d|e!~\\f")]
    [InlineData("wait\\ ", "wait ")]
    [InlineData("a!b", "a!b")]
    [InlineData("a\\", "a\\")]
    public void Signs_behind_a_backslash_are_text(string written, string name)
    {
        Assert.True(TestFilter.TryParse(written, out var filter, out _));
        Assert.True(TestFilter.TryParse("Name=" + written, out var exact, out _));
        Assert.True(exact.Matches(Test with { Path = [name] }, "", ""));
        Assert.True(filter.Matches(Test with { Path = [name] }, "", ""));
        Assert.False(filter.Matches(Test with { Path = [name.Trim() is var trimmed && trimmed != name ? trimmed : "other"] }, "", ""));
    }

    [Theory]
    [InlineData("", "Position 1 of the filter '': A condition is missing here: write one such as Name~nginx.")]
    [InlineData("a&", "Position 3 of the filter 'a&': A condition is missing here: write one such as Name~nginx.")]
    [InlineData("|a", "Position 1 of the filter '|a': A condition is missing here: write one such as Name~nginx.")]
    [InlineData("a & ()", "Position 6 of the filter 'a & ()': A condition is missing here: write one such as Name~nginx.")]
    [InlineData("(a", "Position 1 of the filter '(a': This '(' is never closed.")]
    [InlineData("a)", "Position 2 of the filter 'a)': ')' is not expected here: write & or | between two conditions, and as many ')' as '('.")]
    [InlineData("a (b)", "Position 3 of the filter 'a (b)': '(' is not expected here: write & or | between two conditions, and as many ')' as '('.")]
    [InlineData("Name==x", "Position 6 of the filter 'Name==x': '=' is not expected here: Name is compared once, by =, !=, ~ or !~. "
        + "A backslash makes a sign part of the value.")]
    [InlineData("Tag=a|Name~b!=c", "Position 13 of the filter 'Tag=a|Name~b!=c': '!=' is not expected here: Name is compared once, by =, !=, ~ or !~. "
        + "A backslash makes a sign part of the value.")]
    [InlineData("Name=", "Position 6 of the filter 'Name=': A value is missing after Name=.")]
    public void A_mistake_is_told_with_its_place(string text, string expected)
    {
        Assert.False(TestFilter.TryParse(text, out var filter, out var problem));
        Assert.Null(filter);
        Assert.Equal(expected, problem);
    }

    [Fact]
    public void An_unknown_property_is_told_with_those_that_there_are()
    {
        Assert.False(TestFilter.TryParse("Naem~x", out _, out var problem));
        Assert.Equal(
            "Position 1 of the filter 'Naem~x': Tests have no property 'Naem', but "
            + "FullyQualifiedName, Name, DisplayName, TestCategory, Tag, File, Framework, Variant. Did you mean 'Name'?",
            problem);
    }

    [Fact]
    public void No_text_throws() => Prop.ForAll<string>(text =>
        TestFilter.TryParse(text ?? "", out var filter, out var problem) ? filter.Matches(Test, "", "") || problem.Length == 0 : problem.Length > 0)
        .QuickCheckThrowOnFailure();

    [Fact]
    public void Deep_and_long_filters_end_soon()
    {
        Assert.False(TestFilter.TryParse(new string('(', 100_000) + "a", out _, out var problem));
        Assert.Contains("too many parentheses", problem);
        Assert.True(TestFilter.TryParse(string.Join('|', Enumerable.Repeat("a&(b)", 20_000)), out _, out _));
    }
}
