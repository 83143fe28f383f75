using System.Text.Encodings.Web;
using System.Text.Json;
using System.Xml;

namespace Xoap.Images.EditorHelp;

/// <summary>Writes Xoap.Images.xsd and the sidecar of Sdk.targets: <c>Xoap.Images.EditorHelp DOCS OUTPUT</c>.</summary>
internal static class Program
{
    public const string Schema = "Xoap.Images.xsd";
    public const string Sidecar = "Sdk.targets.buildschema.json";

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static int Main(string[] arguments)
    {
        if (arguments is not [var docs, var output])
        {
            Console.Error.WriteLine("Usage: Xoap.Images.EditorHelp <folder with the pages> <folder to write to>");
            return 1;
        }

        var words = WordsOf(docs);
        Directory.CreateDirectory(output);
        using (var writer = XmlWriter.Create(Path.Combine(output, Schema), new XmlWriterSettings { Indent = true, NewLineChars = "\n" }))
        {
            Xsd.Write(words).WriteTo(writer);
        }

        File.WriteAllText(Path.Combine(output, Sidecar), BuildSchema.Write(words).ToJsonString(Readable) + "\n");
        return 0;
    }

    public static Words WordsOf(string docs) => Vocabulary.Read(PageOf(docs, "items.md"), PageOf(docs, "properties.md"), PageOf(docs, "targets.md"));

    private static Page PageOf(string docs, string name) => new(File.ReadAllText(Path.Combine(docs, name)));
}
