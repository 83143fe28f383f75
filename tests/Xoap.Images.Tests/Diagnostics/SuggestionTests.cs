using Xoap.Images.Diagnostics;

namespace Xoap.Images.Tests.Diagnostics;

public class SuggestionTests
{
    [Theory]
    [InlineData("disksize", "disk_size")]
    [InlineData("dsik_size", "disk_size")]
    [InlineData("memry", "memory")]
    [InlineData("mem", null)]
    [InlineData("zzz", null)]
    public void The_closest_name_is_suggested(string name, string? expected) =>
        Assert.Equal(expected, Suggestion.Closest(name, ["disk_size", "memory", "format"]));

    [Fact]
    public void Nothing_is_said_when_nothing_is_near() =>
        Assert.Equal("", Suggestion.For("xyzzy", ["disk_size"]));
}
