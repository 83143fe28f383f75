using Xoap.Images.Reading;

namespace Xoap.Images.Tests.Reading;

public class MsBuildTextTests
{
    [Theory]
    [InlineData("a%3Bb%25%zz%4", "a;b%%zz%4")]
    [InlineData("%0A%0d", "\n\r")]
    [InlineData("plain", "plain")]
    public void Escapes_are_taken_out(string escaped, string text) => Assert.Equal(text, MsBuildText.Unescape(escaped));

    [Fact]
    public void An_escaped_semicolon_separates_nothing() =>
        Assert.Equal(["a%3Bb", "c", "%20d"], MsBuildText.SplitEscaped(" a%3Bb ;; c;\n%20d ").ToArray());

    [Theory]
    [InlineData("scripts/a.sh", "/p/scripts/a.sh")]
    [InlineData("scripts\\a.sh", "/p/scripts/a.sh")]
    [InlineData("../x/", "/x/")]
    [InlineData("/abs/./y", "/abs/y")]
    [InlineData("site/**/*.html", "/p/site/**/*.html")]
    [InlineData("https://host/a.iso", "https://host/a.iso")]
    [InlineData("~/.ssh/id_ed25519", "~/.ssh/id_ed25519")]
    public void Paths_are_made_absolute(string path, string expected) =>
        Assert.Equal(expected, ProjectPath.Absolute("/p", path));

    [Theory]
    [InlineData("none", "none")]
    [InlineData("SHA1:0123456789012345678901234567890123456789", "sha1:0123456789012345678901234567890123456789")]
    [InlineData("sha256:12", null)]
    [InlineData("xyz", null)]
    public void Checksums_get_their_algorithm(string text, string? expected) => Assert.Equal(expected, ChecksumText.Normal(text));

    [Fact]
    public void A_bare_checksum_is_sha256() =>
        Assert.Equal($"sha256:{new string('a', 64)}", ChecksumText.Normal(new string('A', 64)));
}
