using Xoap.Images.Model;
using Xoap.Images.Reading;

namespace Xoap.Images.Tests.Reading;

public class DurationTextTests
{
    [Theory]
    [InlineData("15m", "15m")]
    [InlineData("1h30m", "1h30m")]
    [InlineData("90s", "1m30s")]
    [InlineData("1.5h", "1h30m")]
    [InlineData("00:15:00", "15m")]
    [InlineData("36:00:05", "36h5s")]
    [InlineData("250ms", "0.25s")]
    [InlineData("0s", "0s")]
    public void A_duration_is_read_and_written(string text, string packer)
    {
        Assert.True(DurationText.TryParse(text, out var duration));
        Assert.Equal(packer, Duration.Of(duration));
    }

    [Theory]
    [InlineData("15")]
    [InlineData("")]
    [InlineData("m")]
    [InlineData("15x")]
    [InlineData("-5m")]
    [InlineData("1h30")]
    [InlineData("1:30")]
    [InlineData("00:75:00")]
    [InlineData("1.00:00:00")]
    [InlineData("99999999999999h")]
    [InlineData("1..5h")]
    public void Anything_else_is_none(string text) => Assert.False(DurationText.TryParse(text, out _));
}
