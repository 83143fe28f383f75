using Xoap.Images.Reading;

namespace Xoap.Images.Tests.Reading;

/// <summary>The evaluated texts are what MSBuild 18 made of them.</summary>
public class SwallowedTextTests
{
    [Theory]
    [InlineData("echo $(name) x", "echo  x", "echo %24(name) x")]
    [InlineData("echo $(date +%F)", "echo ", "echo %24(date +%F)")]
    [InlineData("$(uname -r)/$(cat a | wc -l)", "/", "%24(uname -r)/%24(cat a | wc -l)")]
    [InlineData("echo $((1+2))", "echo ", "echo %24((1+2))")]
    [InlineData("echo $( ls )|", "echo |", "echo %24( ls )|")]
    [InlineData("echo @(x) y", "echo  y", "echo %40(x) y")]
    [InlineData("$(Known) @(x->'%(Identity)')", "K ", "$(Known) %40(x->'%(Identity)')")]
    [InlineData("echo %(x) y", "echo  y", "echo %25(x) y")]
    [InlineData("curl http://h/a%2Fb%20c", "curl http://h/a/b c", "curl http://h/a%252Fb%2520c")]
    [InlineData("scripts\\x;echo a\\b 'q'", "scripts/x;echo a/b 'q'", "scripts%5Cx;echo a%5Cb 'q'")]
    [InlineData("%%(x)", "%", "%%25(x)")]
    [InlineData("%%(x)7E a", "~ a", "%%25(x)7E a")]
    public void Text_that_msbuild_ate_is_given_back_escaped(string written, string evaluated, string escaped) =>
        Assert.Equal(escaped, SwallowedText.Check(written, evaluated, name => name == "Known"));

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("echo $HOME ${X} $$", "echo $HOME ${X} $$")]
    [InlineData("echo $(Known) x", "echo K x")]
    [InlineData("$([System.String]::Copy('q'))", "q")]
    [InlineData("$(Known.Replace('a', 'b'))", "K")]
    [InlineData("printf '%d%0A' %24(name) %40(x) %3B %25 %27 %2A %3F %28%29 %5C %09", "printf '%d\n' $(name) @(x) ; % ' * ? () \\ \t")]
    [InlineData("%20keep  ", " keep  ")]
    [InlineData("a;%20b%20;c", "a; b ;c")]
    [InlineData("@(Provisioner)", "A;B")]
    [InlineData("pre-%(Identity)", "pre-x")]
    [InlineData("date +%F %T %zz", "date +%F %T %zz")]
    [InlineData("echo a\\nb", "echo a\\nb")]
    [InlineData("scripts\\x.sh", "scripts/x.sh")]
    [InlineData("echo $(unclosed", "echo $(unclosed")]
    [InlineData("echo @(a b)", "echo @(a b)")]
    [InlineData("user@(host", "user@(host")]
    public void Text_that_arrived_is_left_alone(string written, string evaluated) =>
        Assert.Null(SwallowedText.Check(written, evaluated, name => name == "Known"));
}
