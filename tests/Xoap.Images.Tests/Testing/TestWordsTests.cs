using Xoap.Images.Testing;

namespace Xoap.Images.Tests.Testing;

public class TestWordsTests
{
    [Theory]
    [InlineData("web.imgproj has no image tests.")]
    [InlineData("web.imgproj: one test file is for none of the image's variants: a", "a")]
    [InlineData("web.imgproj: 7 test files are for none of the image's variants: a, b, c, d, e, and 2 more", "a", "b", "c", "d", "e", "f", "g")]
    public void Test_files_that_nothing_runs_are_told(string words, params string[] leftOut)
    {
        var options = new TestRunOptions("/p/web.imgproj", "", "", "", "", "", TestBoots.PerVariant, 1, TimeSpan.Zero, null, false);
        Assert.Equal(words, TestWords.NoTests(options with { LeftOut = leftOut }));
    }
}
