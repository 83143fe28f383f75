using System.Text;
using Xoap.Images.Rendering;

namespace Xoap.Images.Tests.Rendering;

public class PowerShellTextTests
{
    private const string Quotes = "'\u2018\u2019\u201a\u201b";

    private static readonly string[] Pieces =
    [
        "'", "\u2018", "\u2019", "\u201a", "\u201b", "\"", "\u201c", "`", "$", "${x}", "$(x)", "{{ .Vars }}", "%{x}", "\\", "\n", "\r\n", "\t",
        "#", "@'", "'@", "@\"", ";", "|", "&", "(", ")", "Ä", "漢", "😀", "\u2028", "\u00a0", "\u0085", " ", "", "a", "--%", "-Name", "<#", "#>",
    ];

    [Fact]
    public void A_literal_is_read_back_as_it_was()
    {
        foreach (var first in Pieces)
        {
            foreach (var second in Pieces)
            {
                foreach (var third in Quotes.Select(quote => quote.ToString()).Append("x"))
                {
                    var text = first + second + third;
                    Assert.Equal(text, Literal(PowerShellText.Quote(text)));
                }
            }
        }
    }

    [Fact]
    public void Random_texts_are_read_back_as_they_were()
    {
        var random = new Random(20260101);
        for (var round = 0; round < 2000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => Pieces[random.Next(Pieces.Length)]));
            Assert.Equal(text, Literal(PowerShellText.Quote(text)));
        }
    }

    [Theory]
    [InlineData("@()")]
    [InlineData("@('a')", "a")]
    [InlineData("@('a', 'it''s', '')", "a", "it's", "")]
    public void An_array_holds_its_texts(string expected, params string[] texts) => Assert.Equal(expected, PowerShellText.Array(texts));

    [Theory]
    [InlineData("-Level", " -Level")]
    [InlineData("-Quiet:$true", " -Quiet:$true")]
    [InlineData("-Quiet:$False", " -Quiet:$False")]
    [InlineData("-Path:C:\\a b", " -Path:'C:\\a b'")]
    [InlineData("-Text:$x", " -Text:'$x'")]
    [InlineData("2", " '2'")]
    [InlineData("-5", " '-5'")]
    [InlineData("-", " '-'")]
    [InlineData("--all", " '--all'")]
    [InlineData("-a b", " '-a b'")]
    [InlineData("-a;reboot", " '-a;reboot'")]
    [InlineData("\u2013Level", " '\u2013Level'")]
    [InlineData("", " ''")]
    [InlineData("two words; $(x) 'q'", " 'two words; $(x) ''q'''")]
    public void An_argument_names_a_parameter_or_is_text(string argument, string expected) =>
        Assert.Equal(expected, PowerShellText.Arguments([argument]));

    /// <summary>PowerShell's own rule: any single quote ends the literal, and two of them are the second one.</summary>
    private static string Literal(string source)
    {
        Assert.Equal('\'', source[0]);
        var text = new StringBuilder();
        for (var index = 1; index < source.Length; index++)
        {
            if (Quotes.Contains(source[index], StringComparison.Ordinal))
            {
                if (index + 1 == source.Length)
                {
                    return text.ToString();
                }

                Assert.Contains(source[++index], Quotes);
            }

            text.Append(source[index]);
        }

        throw new InvalidOperationException("The literal has no end: " + source);
    }
}
