using Xoap.Images.Model;

namespace Xoap.Images.Tests.Model;

public class DurationTests
{
    [Theory]
    [InlineData(0, "0s")]
    [InlineData(45, "45s")]
    [InlineData(60, "1m")]
    [InlineData(5400, "1h30m")]
    [InlineData(360000, "100h")]
    [InlineData(90.5, "1m30.5s")]
    public void Durations_are_written_as_packer_reads_them(double seconds, string expected) =>
        Assert.Equal(expected, Duration.Of(TimeSpan.FromSeconds(seconds)));
}
