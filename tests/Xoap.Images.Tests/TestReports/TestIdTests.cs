using Xoap.Images.TestReports;

namespace Xoap.Images.Tests.TestReports;

public class TestIdTests
{
    private static readonly TestFile File = new("/p/tests/web.Tests.ps1", "tests/web.Tests.ps1");

    [Fact]
    public void It_is_made_of_the_file_the_names_the_line_and_a_number_for_equal_ones()
    {
        Assert.Equal("tests/web.Tests.ps1", TestId.Of(File));
        Assert.Equal("tests/web.Tests.ps1//Web/is up:4", TestId.Of(File, ["Web", "is up"], 4, 1));
        Assert.Equal("tests/web.Tests.ps1//Web/is up:4#3", TestId.Of(File, ["Web", "is up"], 4, 3));
    }

    [Fact]
    public void Different_tests_never_share_one()
    {
        string[][] paths = [["a/b"], ["a", "b"], ["a~1b"], ["a~0b"], ["a~b"], ["a", "", "b"], ["", ""], [""], ["a:1#2"], ["a:1"]];
        var ids = paths.SelectMany(path => new[] { TestId.Of(File, path, 1, 1), TestId.Of(File, path, 1, 2), TestId.Of(File, path, 11, 1) }).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    [Theory]
    [InlineData("is up")]
    [InlineData("number #7")]
    [InlineData("a:4#2")]
    public void The_first_of_equal_ones_is_found_from_any_of_them(string name)
    {
        var first = TestId.Of(File, [name], 4, 1);
        Assert.Equal(first, TestId.First(TestId.Of(File, [name], 4, 12)));
        Assert.Equal(first, TestId.First(first));
    }
}
