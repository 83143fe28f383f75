using System.Collections.Immutable;
using System.Xml.Linq;

namespace Xoap.Images.EditorHelp;

/// <summary>MSBuild's own part of the schema: the project and its groups.</summary>
internal static class XsdProject
{
    public const string ItemAttributes = "ItemAttributes";

    /// <summary>The groups whose content anybody may extend.</summary>
    private const string Groups = """
        <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
          <xs:element name="Project">
            <xs:annotation><xs:documentation>An image project: what a machine image is made of, and where it is built.</xs:documentation></xs:annotation>
            <xs:complexType>
              <xs:choice minOccurs="0" maxOccurs="unbounded">
                <xs:element ref="PropertyGroup" />
                <xs:element ref="ItemGroup" />
                <xs:element ref="ItemDefinitionGroup" />
                <xs:element ref="Choose" />
                <xs:element name="Target" type="Open" />
                <xs:element name="UsingTask" type="Open" />
                <xs:element name="Import" type="Open" />
                <xs:element name="ImportGroup" type="Open" />
                <xs:element name="Sdk" type="Open" />
                <xs:element name="ProjectExtensions" type="Open" />
              </xs:choice>
              <xs:attribute name="Sdk" type="xs:string" />
              <xs:attribute name="DefaultTargets" type="xs:string" />
              <xs:attribute name="InitialTargets" type="xs:string" />
              <xs:attribute name="TreatAsLocalProperty" type="xs:string" />
              <xs:attribute name="ToolsVersion" type="xs:string" />
            </xs:complexType>
          </xs:element>
          <xs:element name="PropertyGroup" type="Group" />
          <xs:element name="ItemGroup" type="Group" />
          <xs:element name="ItemDefinitionGroup" type="Group" />
          <xs:element name="Choose">
            <xs:complexType>
              <xs:choice maxOccurs="unbounded">
                <xs:element name="When" type="Group" />
                <xs:element name="Otherwise" type="Group" />
              </xs:choice>
            </xs:complexType>
          </xs:element>
          <xs:element name="PackageReference" type="Open">
            <xs:annotation><xs:documentation>A package: roles for images, or a released image to build on.</xs:documentation></xs:annotation>
          </xs:element>
          <xs:element name="ProjectReference" type="Open">
            <xs:annotation><xs:documentation>An image project to build on, or a role project.</xs:documentation></xs:annotation>
          </xs:element>
          <xs:complexType name="Group">
            <xs:choice minOccurs="0" maxOccurs="unbounded"><xs:any processContents="lax" /></xs:choice>
            <xs:attribute name="Condition" type="xs:string" />
            <xs:attribute name="Label" type="xs:string" />
          </xs:complexType>
          <xs:complexType name="Open" mixed="true">
            <xs:choice minOccurs="0" maxOccurs="unbounded"><xs:any processContents="lax" /></xs:choice>
            <xs:anyAttribute processContents="lax" />
          </xs:complexType>
        </xs:schema>
        """;

    /// <summary>What MSBuild knows on every item.</summary>
    public static ImmutableArray<string> OfEveryItem { get; } =
    [
        "Include", "Exclude", "Remove", "Update", "KeepMetadata", "RemoveMetadata", "KeepDuplicates", "MatchOnMetadata",
        "MatchOnMetadataOptions", "Condition", "Label",
    ];

    public static IEnumerable<XElement> Elements()
    {
        var schema = XElement.Parse(Groups);
        XNamespace xs = schema.Name.Namespace;
        return schema.Elements().Append(new XElement(
            xs + "attributeGroup",
            new XAttribute("name", ItemAttributes),
            OfEveryItem.Select(name => new XElement(xs + "attribute", new XAttribute("name", name), new XAttribute("type", "xs:string")))));
    }
}
