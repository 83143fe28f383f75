using System.Globalization;
using System.Text;
using System.Xml;

namespace Xoap.Images.TestReports;

/// <summary>Any text as XML 1.0 can hold it.</summary>
internal static class SafeXml
{
    /// <summary>The text with an escape such as <c>\x1B</c> for each character that XML cannot hold.</summary>
    public static string Of(string text)
    {
        StringBuilder? visible = null;
        for (var index = 0; index < text.Length; index++)
        {
            var isPair = index + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[index + 1], text[index]);
            if (isPair || XmlConvert.IsXmlChar(text[index]))
            {
                visible?.Append(text, index, isPair ? 2 : 1);
                index += isPair ? 1 : 0;
                continue;
            }

            visible ??= new StringBuilder(text, 0, index, text.Length + 16);
            var code = ((int)text[index]).ToString(text[index] < 0x100 ? "X2" : "X4", CultureInfo.InvariantCulture);
            visible.Append(text[index] < 0x100 ? @"\x" : @"\u").Append(code);
        }

        return visible?.ToString() ?? text;
    }

    /// <summary>A document in UTF-8 as text.</summary>
    public static string Document(Action<XmlWriter> write)
    {
        var settings = new XmlWriterSettings { Indent = true, NewLineChars = "\n", NewLineHandling = NewLineHandling.Entitize };
        using var text = new Utf8Text();
        using (var xml = XmlWriter.Create(text, settings))
        {
            write(xml);
        }

        return text + "\n";
    }

    extension(XmlWriter xml)
    {
        public void Attribute(string name, string value) => xml.WriteAttributeString(name, Of(value));

        public void Attribute(string name, int value) => xml.WriteAttributeString(name, value.ToString(CultureInfo.InvariantCulture));

        /// <summary>An element with text; nothing for an empty text.</summary>
        public void Text(string name, string value)
        {
            if (value.Length > 0)
            {
                xml.WriteElementString(name, Of(value));
            }
        }
    }

    /// <summary>The declaration names the encoding that the file gets.</summary>
    private sealed class Utf8Text() : StringWriter(CultureInfo.InvariantCulture)
    {
        public override Encoding Encoding => Encoding.UTF8;
    }
}
