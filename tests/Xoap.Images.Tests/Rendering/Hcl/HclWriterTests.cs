using System.Collections.Immutable;
using Xoap.Images.Rendering.Hcl;
using Xoap.Images.Tests.Infra;

namespace Xoap.Images.Tests.Rendering.Hcl;

public class HclWriterTests
{
    [Fact]
    public void Neighbouring_attributes_of_one_line_are_aligned()
    {
        var hcl = new HclWriter();
        hcl.Open("source", "null", "x");
        hcl.Attribute("a", HclValue.Of("1"));
        hcl.Attribute("longer", HclValue.Of(true));
        hcl.Attribute("map", Map(("k", HclValue.Of("v")), ("a key", HclValue.Of("v"))));
        hcl.Attribute("bb", HclValue.TextList("x", "y"));
        hcl.Attribute("c", new HclValue.Symbol("12"));
        hcl.Open("inner");
        hcl.Close();
        hcl.Close();
        Assert.Equal(
            """
            source "null" "x" {
              a      = "1"
              longer = true
              map = {
                k       = "v"
                "a key" = "v"
              }
              bb = ["x", "y"]
              c  = 12

              inner {
              }
            }

            """,
            hcl.ToString());
    }

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("a \"b\" \\c", "a \\\"b\\\" \\\\c")]
    [InlineData("\r\n\t", "\\r\\n\\t")]
    [InlineData("${a} %{b} $a %b $", "$${a} %%{b} $a %b $")]
    [InlineData("$${a}", "$$${a}")]
    [InlineData("é 漢 🙂", "é 漢 🙂")]
    [InlineData("\u0001\u007f", "\\u0001\\u007f")]
    public void Text_is_escaped(string text, string expected)
    {
        var hcl = new HclWriter();
        hcl.Attribute("x", HclValue.Of(text));
        Assert.Equal($"x = \"{expected}\"\n", hcl.ToString());
    }

    [Fact]
    public void Only_expressions_of_ours_become_expressions()
    {
        var hcl = new HclWriter();
        hcl.Attribute("x", new HclValue.Template([HclValue.Of("${a}-v"), HclValue.Variable("image_version"), HclValue.Of(".img")]));
        Assert.Equal("x = \"$${a}-v${var.image_version}.img\"\n", hcl.ToString());
    }

    [Fact]
    public async Task Packer_fmt_has_nothing_to_change()
    {
        using var folder = new TempFolder();
        folder.Write("a.pkr.hcl", Shapes());
        var output = await Packer.Succeeds(folder.Path, ["fmt", "-check", "-diff", "."]);
        Assert.Empty(output);
    }

    [Fact]
    public async Task Packer_reads_back_every_text()
    {
        string[] texts =
        [
            "", " ", "'", "\"", "\\", "\\\\n", "\n", "\r\n", "\t", "$", "$$", "${", "$${", "$$${x}", "%{ if }", "%%{", "%", "{}", "}",
            "#", "//", "/*", "<<EOT", "\\${x}", "\\u0041", "ü ß 漢字 🙂", "\u0001\u001b\u007f\u0085\u00a0\u2028\ufeff", "$(x) `y` !z", "a=b",
        ];
        using var folder = new TempFolder();
        var hcl = new HclWriter();
        hcl.Open("source", "null", "x");
        hcl.Attribute("communicator", HclValue.Of("none"));
        hcl.Close();
        hcl.Open("build");
        hcl.Attribute("sources", HclValue.TextList("source.null.x"));
        hcl.Open("post-processor", "manifest");
        hcl.Attribute("output", HclValue.Of("manifest.json"));
        hcl.Attribute("custom_data", Map([.. texts.Select((text, index) => ("t" + index, HclValue.Of(text)))]));
        hcl.Close();
        hcl.Close();
        folder.Write("a.pkr.hcl", hcl.ToString());
        await Packer.Succeeds(folder.Path, ["fmt", "-check", "."]);
        await Packer.Succeeds(folder.Path, ["build", "."]);
        using var manifest = System.Text.Json.JsonDocument.Parse(File.ReadAllText(folder["manifest.json"]));
        var read = manifest.RootElement.GetProperty("builds")[0].GetProperty("custom_data");
        Assert.Equal(texts, texts.Select((_, index) => read.GetProperty("t" + index).GetString()));
    }

    /// <summary>Every kind of value, in every kind of neighbourhood.</summary>
    private static string Shapes()
    {
        HclValue[] values =
        [
            HclValue.Of("x"),
            HclValue.Of("a \"b\" ${c} %{d} \\ \n é 漢 🙂 \u0001 e\u0301"),
            HclValue.Of(true),
            new HclValue.Symbol("1.5"),
            HclValue.Variable("image_version"),
            HclValue.Path("steps/001 x.sh"),
            HclValue.TextList(),
            HclValue.TextList("one"),
            HclValue.TextList([.. Enumerable.Range(0, 30).Select(number => $"element {number}")]),
            new HclValue.List([HclValue.TextList("-m", "1"), HclValue.TextList("-x", "2")]),
            new HclValue.List([Map(("a", HclValue.Of("b"))), Map()]),
            Map(),
            Map(("a", HclValue.Of("b")), ("with space", HclValue.Of("c")), ("漢字é", HclValue.Of("d")), ("for", HclValue.Of(false))),
            Map(("a", Map(("bb", HclValue.Of("b")), ("c", HclValue.TextList("d")))), ("long_name", HclValue.Of("e"))),
        ];
        var hcl = new HclWriter();
        for (var first = 0; first < values.Length; first++)
        {
            for (var second = 0; second < values.Length; second++)
            {
                hcl.Open("variable", $"v{first}_{second}");
                hcl.Attribute("a", values[first]);
                hcl.Attribute("longer_name", values[second]);
                hcl.Attribute("é", values[first]);
                hcl.Attribute("bb", HclValue.Of("x"));
                hcl.Open("nested", "label \"q\"");
                hcl.Attribute("a", values[second]);
                hcl.Attribute("bbb", values[second]);
                hcl.Open("deeper");
                hcl.Attribute("a", values[first]);
                hcl.Close();
                hcl.Close();
                hcl.Close();
            }
        }

        return hcl.ToString();
    }

    private static HclValue.Map Map(params ImmutableArray<(string Key, HclValue Value)> entries) =>
        new([.. entries.Select(entry => new HclEntry(entry.Key, entry.Value))]);
}
