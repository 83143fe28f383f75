using Xoap.Images.Running;

namespace Xoap.Images.Tests.Running;

public class LinePiecesTests
{
    [Fact]
    public void Any_chunks_give_the_same_lines()
    {
        var text = "one\r\ntwo\n\n" + new string('x', LinePieces.Longest + 5) + "\nlast";
        var whole = Cut(text, text.Length);
        Assert.Equal(["one|", "two|", "|", new string('x', LinePieces.Longest), "xxxxx|", "last|"], whole);
        foreach (var size in (int[])[1, 2, 3, 7, 1000])
        {
            Assert.Equal(whole, Cut(text, size));
        }
    }

    private static List<string> Cut(string text, int size)
    {
        var pieces = new List<string>();
        var lines = new LinePieces((piece, ended) => pieces.Add(piece + (ended ? "|" : "")));
        foreach (var chunk in text.Chunk(size))
        {
            lines.Write(chunk);
        }

        lines.Flush();
        return pieces;
    }
}
