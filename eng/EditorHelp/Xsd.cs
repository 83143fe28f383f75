using System.Xml.Linq;

namespace Xoap.Images.EditorHelp;

/// <summary>
/// The XML schema of an .imgproj. What is ours is closed, so that a misspelt metadatum shows; MSBuild's groups are open (their content is checked
/// where it is known), so that every property, item and task of others stays valid. Values are never refused: each may be an expression.
/// </summary>
internal static class Xsd
{
    private const string Text = "xs:string";
    private const string Flag = "Flag";

    private static readonly XNamespace Xs = "http://www.w3.org/2001/XMLSchema";

    public static XDocument Write(Words words)
    {
        var schema = new XElement(Xs + "schema", new XAttribute(XNamespace.Xmlns + "xs", Xs.NamespaceName));
        schema.Add(XsdProject.Elements());
        schema.Add(Choices(Flag, [new Choice("true", ""), new Choice("false", "")]), Content("TextElement", Text), Content("FlagElement", Flag));
        foreach (var property in words.Properties)
        {
            schema.Add(TypesOf("Property", property), Element("Property", property));
        }

        foreach (var shared in words.Items.Select(item => item.Shared).OfType<SharedWords>().Distinct())
        {
            schema.Add(shared.Words.SelectMany(word => TypesOf(shared.Name, word)));
            schema.Add(new XElement(Xs + "attributeGroup", Name(shared.Name), shared.Words.Where(IsAttribute).Select(word => Attribute(shared.Name, word))));
            schema.Add(new XElement(
                Xs + "group", Name(shared.Name), new XElement(Xs + "choice", shared.Words.Select(word => Element(shared.Name, word)))));
        }

        foreach (var item in words.Items)
        {
            schema.Add(item.Metadata.SelectMany(word => TypesOf(item.Name, word)), Item(item));
        }

        return new XDocument(new XDeclaration("1.0", "utf-8", null), schema);
    }

    private static XElement Item(ItemWord item) => new(
        Xs + "element",
        Name(item.Name),
        Help(item.Description),
        new XElement(
            Xs + "complexType",
            new XElement(
                Xs + "choice",
                new XAttribute("minOccurs", "0"),
                new XAttribute("maxOccurs", "unbounded"),
                item.Metadata.Select(word => Element(item.Name, word)),
                item.Shared is null ? null : new XElement(Xs + "group", new XAttribute("ref", item.Shared.Name))),
            new XElement(Xs + "attributeGroup", new XAttribute("ref", XsdProject.ItemAttributes)),
            item.Shared is null ? null : new XElement(Xs + "attributeGroup", new XAttribute("ref", item.Shared.Name)),
            item.Metadata.Where(IsAttribute).Select(word => Attribute(item.Name, word))));

    /// <summary>An attribute of these names would be MSBuild's; the metadatum is written as an element.</summary>
    private static bool IsAttribute(Word word) => !XsdProject.OfEveryItem.Contains(word.Name, StringComparer.OrdinalIgnoreCase);

    private static XElement Attribute(string owner, Word word) =>
        new(Xs + "attribute", Name(word.Name), new XAttribute("type", TypeOf(owner, word)), Help(word.Description));

    private static XElement Element(string owner, Word word)
    {
        var type = TypeOf(owner, word);
        return new(
            Xs + "element",
            Name(word.Name),
            new XAttribute("type", type is Text ? "TextElement" : type + "Element"),
            Help(word.IsComponents ? "" : word.Description));
    }

    private static string TypeOf(string owner, Word word) =>
        word.Choices.IsEmpty ? Text : word.Kind == WordKind.Flag ? Flag : $"{owner}.{word.Name}";

    private static IEnumerable<XElement> TypesOf(string owner, Word word) =>
        TypeOf(owner, word) is var type && type is Text or Flag ? [] : [Choices(type, word.Choices), Content(type + "Element", type)];

    /// <summary>Values to offer, and any other.</summary>
    private static XElement Choices(string name, IEnumerable<Choice> choices) => new(
        Xs + "simpleType",
        Name(name),
        new XElement(
            Xs + "union",
            new XAttribute("memberTypes", Text),
            new XElement(
                Xs + "simpleType",
                new XElement(
                    Xs + "restriction",
                    new XAttribute("base", Text),
                    choices.Select(choice => new XElement(Xs + "enumeration", new XAttribute("value", choice.Value), Help(choice.Description)))))));

    /// <summary>An element with such a value, and with a condition.</summary>
    private static XElement Content(string name, string type) => new(
        Xs + "complexType",
        Name(name),
        new XElement(
            Xs + "simpleContent",
            new XElement(
                Xs + "extension",
                new XAttribute("base", type),
                new XElement(Xs + "attribute", Name("Condition"), new XAttribute("type", Text)),
                new XElement(Xs + "attribute", Name("Label"), new XAttribute("type", Text)))));

    private static XAttribute Name(string name) => new("name", name);

    private static XElement? Help(string text) => text.Length == 0
        ? null
        : new XElement(Xs + "annotation", new XElement(Xs + "documentation", text));
}
