using System.Text;
using Xoap.Images.Running;

namespace Xoap.Images.Tests.Running;

public class RedactorTests
{
    private const string Secret = "p@ss/w0rd+'\"\\${x} <ü>&%";

    public static TheoryData<string> Forms => new(
        Secret,
        "\"p@ss/w0rd+'\\\"\\\\${x} <ü>&%\"",
        "\"p@ss/w0rd+'\\\"\\\\$${x} <ü>&%%\"",
        "\"p@ss/w0rd+'\\\"\\\\${x} \\u003cü\\u003e\\u0026%\"",
        "'p@ss/w0rd+'\\''\"\\${x} <ü>&%'",
        "'p@ss/w0rd+'\"'\"'\"\\${x} <ü>&%'",
        "'p@ss/w0rd+''\"\\${x} <ü>&%'",
        Uri.EscapeDataString(Secret),
        Uri.EscapeDataString(Secret).Replace("%2F", "%2f").Replace("%2B", "%2b").Replace("%5C", "%5c").Replace("%7B", "%7b")
            .Replace("%7D", "%7d").Replace("%3C", "%3c").Replace("%3E", "%3e").Replace("%C3", "%c3").Replace("%BC", "%bc"),
        Convert.ToBase64String(Encoding.UTF8.GetBytes(Secret)),
        Convert.ToBase64String(Encoding.UTF8.GetBytes(Secret + "\n")),
        Convert.ToBase64String(Encoding.UTF8.GetBytes(Secret)).Replace('+', '-').Replace('/', '_').TrimEnd('='),
        Convert.ToBase64String(Encoding.Unicode.GetBytes(Secret)),
        "p@ss/w0rd+&apos;&quot;\\${x} &lt;ü&gt;&amp;%");

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_secret_is_masked_as_tools_write_it(string form)
    {
        var redacted = new Redactor([Secret]).Redact($"before {form} after");
        Assert.Contains(Redactor.Mask, redacted);
        Assert.DoesNotContain("w0rd", redacted);
        Assert.StartsWith("before ", redacted);
        Assert.EndsWith(" after", redacted);
    }

    [Fact]
    public void Each_line_of_a_secret_is_masked()
    {
        var key = "-----BEGIN KEY-----\nabcdefgh\r\nijklmnop\n-----END KEY-----";
        var redacted = new Redactor([key]).Redact("==> x: abcdefgh\n==> x: ijklmnop\n");
        Assert.Equal("==> x: ***\n==> x: ***\n", redacted);
    }

    [Fact]
    public void Secrets_that_overlap_are_masked_whole() =>
        Assert.Equal("-***-", new Redactor(["abcdef", "defghi", "cdex"]).Redact("-abcdefghi-"));

    [Fact]
    public void Secrets_side_by_side_are_masked_twice() =>
        Assert.Equal("******", new Redactor(["abcd"]).Redact("abcdabcd"));

    [Fact]
    public void The_longest_of_several_secrets_is_masked() =>
        Assert.Equal("***!", new Redactor(["abcd", "abcdefgh"]).Redact("abcdefgh!"));

    [Fact]
    public void Short_secrets_are_left_alone() =>
        Assert.Equal("a cab", new Redactor(["a", "cab", ""]).Redact("a cab"));

    [Fact]
    public void Nothing_is_masked_without_secrets() => Assert.Equal("text\n", new Redactor([]).Redact("text\n"));

    [Fact]
    public void Any_chunks_give_the_same_as_the_whole()
    {
        var random = new Random(7);
        var redactor = new Redactor(["abab", "babc", "ccccc", "abcabcabc"]);
        for (var round = 0; round < 3000; round++)
        {
            var text = Text(random, random.Next(1, 60));
            var whole = redactor.Redact(text);
            foreach (var form in (string[])["abab", "babc", "ccccc", "abcabcabc"])
            {
                Assert.DoesNotContain(form, whole);
            }

            Assert.Equal(whole, InChunks(redactor, text, random));
        }
    }

    [Fact]
    public void A_line_passes_as_soon_as_it_ends()
    {
        var passed = new StringBuilder();
        var stream = new RedactedStream(new Redactor([new string('s', 500)]), part => passed.Append(part));
        stream.Write("first\nsec");
        Assert.Equal("first\n", passed.ToString());
    }

    private static string Text(Random random, int length) =>
        new([.. Enumerable.Range(0, length).Select(_ => "aabbcc\n"[random.Next(7)])]);

    private static string InChunks(Redactor redactor, string text, Random random)
    {
        var result = new StringBuilder();
        var stream = new RedactedStream(redactor, part => result.Append(part));
        for (var at = 0; at < text.Length;)
        {
            var count = Math.Min(random.Next(1, 6), text.Length - at);
            stream.Write(text.AsSpan(at, count));
            at += count;
        }

        stream.Flush();
        return result.ToString();
    }
}
