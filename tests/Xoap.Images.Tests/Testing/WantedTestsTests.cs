using Xoap.Images.Testing;
using Xoap.Images.TestReports;

namespace Xoap.Images.Tests.Testing;

public class WantedTestsTests
{
    [Theory]
    [InlineData("packer is no root", true)]
    [InlineData("other", false)]
    [InlineData("*** is no root", true)]
    [InlineData("<sensitive>", true)]
    public void A_test_whose_name_is_masked_is_never_left_out(string name, bool taken)
    {
        using var boot = new ABoot().Tests("first.bats", "packer is no root");
        Assert.True(TestFilter.TryParse("Name~packer", out var filter, out _));
        var wanted = new WantedTests(filter, [boot.Variant]);
        Assert.Equal(taken, wanted.Takes("local", new TestCase("first.bats//1", boot["first.bats"].Replace('\\', '/'), 1, [name])));
    }
}
