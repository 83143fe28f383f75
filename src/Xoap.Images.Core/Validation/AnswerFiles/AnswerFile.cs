using System.Xml;
using System.Xml.Linq;
using Xoap.Images.Diagnostics;
using Xoap.Images.Model;
using Xoap.Images.Schemas;
using OperatingSystem = Xoap.Images.Model.OperatingSystem;

namespace Xoap.Images.Validation.AnswerFiles;

/// <summary>An answer file as the rules see it.</summary>
/// <param name="Text">A template's expressions are blanked: a value that only rendering knows is <see cref="TemplateText.Unknown"/>.</param>
/// <param name="Xml">Null when it is not XML, or not well-formed.</param>
internal sealed record AnswerFile(InstallerTexts Source, OperatingSystem System, AnswerFileFormat Format, string Text, XDocument? Xml)
{
    private static readonly string[] CommentStarts = ["#", "//", "rem ", "::"];

    /// <summary>How Packer comes into the guest.</summary>
    public string Communicator => Setting("communicator") ?? "ssh";

    /// <summary>The lines that do something, with their numbers from 1.</summary>
    public IEnumerable<(int Number, string Line)> Lines()
    {
        var number = 0;
        foreach (var line in Text.Split('\n'))
        {
            number++;
            if (!line.AsSpan().TrimStart().StartsWith('#'))
            {
                yield return (number, line.TrimEnd('\r'));
            }
        }
    }

    /// <summary>Elements of that name, wherever they stand.</summary>
    public IEnumerable<XElement> Elements(string name) =>
        Xml?.Descendants().Where(element => element.Name.LocalName == name) ?? [];

    /// <summary>A text setting of the builder; null when it has none, or one that is known too late.</summary>
    public string? Setting(string attribute) => (Source.Variant.Component.Find(attribute)?.Value as SettingValue.Text)?.Value;

    /// <summary>Whether one of the words stands in the answer file or in a setup file, comments apart.</summary>
    public bool Mentions(params string[] words) =>
        Contents().Any(content => words.Any(word => content.Contains(word, StringComparison.OrdinalIgnoreCase)));

    public Origin Place(int line, int column) => Origin.Place(Source.Path, line, column);

    /// <summary>XML counts an element's column from its name, and people from its bracket.</summary>
    public Origin Place(XObject node)
    {
        var info = (IXmlLineInfo)node;
        return Place(info.LineNumber, info.LinePosition - (node is XElement ? 1 : 0));
    }

    private IEnumerable<string> Contents()
    {
        if (Xml is not null)
        {
            foreach (var node in Xml.DescendantNodes().OfType<XText>())
            {
                yield return node.Value;
            }
        }
        else
        {
            yield return WithoutComments(Text);
        }

        foreach (var setup in Source.Setup)
        {
            yield return WithoutComments(setup);
        }
    }

    private static string WithoutComments(string text) => string.Join('\n', text.Split('\n').Where(line =>
        !CommentStarts.Any(start => line.AsSpan().TrimStart().StartsWith(start, StringComparison.OrdinalIgnoreCase))));
}
