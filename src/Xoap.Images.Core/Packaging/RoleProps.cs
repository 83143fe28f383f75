using System.Collections.Immutable;
using System.Xml.Linq;
using Xoap.Images.Diagnostics;
using Xoap.Images.Schemas;

namespace Xoap.Images.Packaging;

/// <summary>The props file through which a role reaches a project, and the files that go with it.</summary>
/// <param name="Xml">The whole file.</param>
/// <param name="Files">Files, folders and globs of the project, absolute: what the items name.</param>
internal sealed record RoleProps(string Xml, ImmutableArray<RoleFile> Files)
{
    private const string End = "</Project>\n";
    private const string Header = "Made from a role project; changes belong there.";

    /// <summary>Only these travel: connections and builders are the consumer's own.</summary>
    public static ImmutableArray<string> Types { get; } =
    [
        "OperatingSystem", "Provisioner", "ProvisionerBlock", "ProvisionerGroup", "ProvisionerRole",
        "Application", "ApplicationGroup", "ApplicationRole", "ImageTest",
    ];

    /// <param name="content">Where the project's files are for the consumer, in MSBuild's language, with a '/' at its end.</param>
    public static RoleProps Of(RoleSource source, string content, RoleProperties properties, DiagnosticBag diagnostics)
    {
        var text = new RoleText(source, content, properties, diagnostics);
        var root = new XElement("Project", new XComment($" {source.PackageId} {source.PackageVersion}. {Header} "));
        if (source.Parameters.Length > 0)
        {
            root.Add(new XElement("PropertyGroup", source.Parameters.SelectMany(parameter => Parameter(parameter, text, diagnostics))));
        }

        foreach (var group in source.Groups)
        {
            root.Add(new XElement(
                "ItemGroup",
                Condition(group.Condition, text, group.Items[0].Origin),
                group.Items.Select(item => Item(item, source, text))));
        }

        return new RoleProps(root + "\n", text.Files);
    }

    /// <summary>The file with a mark that tells a project which state of the role it has seen, and where it is written.</summary>
    /// <param name="projectFile">The role project, in MSBuild's language.</param>
    public string Marked(string packageId, string projectFile, string hash)
    {
        var mark = new XElement("ItemGroup", new XElement(
            "ImportedRole", new XAttribute("Include", packageId), new XAttribute("Project", projectFile), new XAttribute("Hash", hash)));
        return $"{Xml[..^End.Length]}  {mark.ToString(SaveOptions.DisableFormatting)}\n{End}";
    }

    private static IEnumerable<XNode> Parameter(RoleParameter parameter, RoleText text, DiagnosticBag diagnostics)
    {
        if (!parameter.Condition.Contains($"$({parameter.Name})", StringComparison.OrdinalIgnoreCase))
        {
            diagnostics.Add(PackagingDiagnostics.ParameterIsFixed(parameter.Origin, parameter.Name));
        }

        if (parameter.Comment.Length > 0)
        {
            yield return new XComment(parameter.Comment);
        }

        yield return new XElement(
            parameter.Name,
            Condition(parameter.Condition, text, parameter.Origin),
            text.Value(parameter.Text, parameter.Folder, parameter.Origin));
    }

    private static XElement Item(RoleItem item, RoleSource source, RoleText text)
    {
        var isTest = item.Type == ItemTypes.ImageTest.Name;
        var element = new XElement(
            item.Type,
            new XAttribute(item.Verb, isTest ? text.Tests(item.Names, item.Origin) : text.Value(item.Names, item.Folder, item.Origin)),
            Condition(item.Condition, text, item.Origin));
        var words = new RoleVocabulary(item.Type, name => item.Metadata.FirstOrDefault(metadatum => SettingName.Same(metadatum.Name, name)) is { } said
            ? text.Plain(said.Text)
            : null);
        foreach (var metadatum in item.Metadata.Concat(Defaults(item, source, words)))
        {
            var value = words.IsPath(metadatum.Name)
                ? text.Path(metadatum.Text, metadatum.Origin)
                : text.Value(metadatum.Text, item.Folder, metadatum.Origin);
            element.Add(metadatum.IsAttribute
                ? new XAttribute(metadatum.Name, value)
                : new XElement(metadatum.Name, Condition(metadatum.Condition, text, metadatum.Origin), value));
        }

        if (item.Verb == "Include")
        {
            element.Add(new XAttribute(ItemTypes.PackageId, source.PackageId), new XAttribute(ItemTypes.PackageVersion, source.PackageVersion));
        }

        return element;
    }

    /// <summary>ItemDefinitionGroup stays behind, since it would reach the consumer's own items: its values go with each item.</summary>
    private static IEnumerable<RoleMetadatum> Defaults(RoleItem item, RoleSource source, RoleVocabulary words) =>
        item.Verb == "Include"
            ? source.Defaults.Where(entry => entry.ItemType == item.Type)
                .Select(entry => entry.Metadatum)
                .Where(entry => !item.Metadata.Any(own => SettingName.Same(own.Name, entry.Name)) && words.Knows(entry.Name))
            : [];

    private static XAttribute? Condition(string condition, RoleText text, Origin origin) =>
        condition.Length == 0 ? null : new XAttribute("Condition", text.Condition(condition, origin));
}

/// <param name="Path">Absolute, with '/'; a file, a folder or a glob.</param>
/// <param name="Origin">Where it is named.</param>
internal sealed record RoleFile(string Path, Origin Origin);
