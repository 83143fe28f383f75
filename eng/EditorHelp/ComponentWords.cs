using System.Collections.Immutable;
using Xoap.Images.Schemas;

namespace Xoap.Images.EditorHelp;

/// <summary>The attributes of Packer's components, as metadata are written.</summary>
internal static class ComponentWords
{
    private const int NamedComponents = 4;

    /// <summary>MSBuild gives every item these itself, so that nobody can set them.</summary>
    private static readonly HashSet<string> WellKnown = new(StringComparer.OrdinalIgnoreCase)
    {
        "FullPath", "RootDir", "Filename", "Extension", "RelativeDir", "Directory", "RecursiveDir", "Identity",
        "ModifiedTime", "CreatedTime", "AccessedTime",
    };

    public static ImmutableArray<Word> OfBuilders { get; } =
        Of(SchemaCatalog.BuilderNames.Select(name => SchemaCatalog.FindBuilder(name)!), Attributes, ItemTypes.Reserved);

    public static ImmutableArray<Word> OfProvisioners { get; } =
        Of(SchemaCatalog.ProvisionerNames.Select(name => SchemaCatalog.FindProvisioner(name)!), Attributes, ItemTypes.Reserved);

    /// <summary>With the attributes of nested blocks and nothing reserved, for block items.</summary>
    public static ImmutableArray<Word> OfBuilderBlocks { get; } =
        Of(SchemaCatalog.BuilderNames.Select(name => SchemaCatalog.FindBuilder(name)!), AttributesAndBlocks, []);

    public static ImmutableArray<Word> OfProvisionerBlocks { get; } =
        Of(SchemaCatalog.ProvisionerNames.Select(name => SchemaCatalog.FindProvisioner(name)!), AttributesAndBlocks, []);

    private static ImmutableArray<Word> Of(
        IEnumerable<ComponentSchema> components,
        Func<ComponentSchema, IEnumerable<SettingSchema>> attributes,
        ImmutableArray<string> reserved) =>
    [
        .. components
            .SelectMany(component => attributes(component).Select(attribute => (Component: component.Name, Attribute: attribute)))
            .Where(row => !row.Attribute.Forbidden && !reserved.Any(name => SettingName.Same(name, row.Attribute.Name)))
            .GroupBy(row => SettingName.ToMetadata(row.Attribute.Name), StringComparer.OrdinalIgnoreCase)
            .Where(rows => !WellKnown.Contains(rows.Key))
            .OrderBy(rows => rows.Key, StringComparer.Ordinal)
            .SelectMany(rows => Spellings(rows.Select(row => row.Attribute.Name)).Select(name => Word(name, [.. rows]))),
    ];

    /// <summary>As metadata are written, and as Packer writes those that have capitals: <c>VTPM</c> and <c>vTPM</c>.</summary>
    private static IEnumerable<string> Spellings(IEnumerable<string> attributes) => attributes
        .SelectMany(name => name.Any(char.IsUpper) ? [SettingName.ToMetadata(name), name] : new[] { SettingName.ToMetadata(name) })
        .Distinct();

    private static IEnumerable<SettingSchema> Attributes(ComponentSchema component) => component.Attributes;

    private static IEnumerable<SettingSchema> AttributesAndBlocks(ComponentSchema component) =>
        component.Attributes.Concat(component.Blocks.SelectMany(InBlock));

    private static IEnumerable<SettingSchema> InBlock(BlockSchema block) => block.Attributes.Concat(block.Blocks.SelectMany(InBlock));

    private static Word Word(string name, ImmutableArray<(string Component, SettingSchema Attribute)> rows)
    {
        var first = rows[0].Attribute;
        var components = rows.Select(row => row.Component).Distinct().ToList();
        var types = string.Join(" or ", rows.Select(row => Typed(row.Attribute)).Distinct());
        var others = components.Count > NamedComponents ? $" and {components.Count - NamedComponents} others" : "";
        var of = string.Join(", ", components.Take(NamedComponents)) + others;
        var secret = rows.Any(row => row.Attribute.Secret) ? " A secret: env:NAME or file:PATH." : "";
        var word = OwnWords.Word(first, $"{first.Name} of Packer's {of}: {types}.{secret}");
        return word with
        {
            Name = name,
            IsComponents = true,
            Choices = [.. rows.SelectMany(row => OwnWords.Word(row.Attribute, "").Choices).Distinct()],
        };
    }

    private static string Typed(SettingSchema attribute) => attribute.Format switch
    {
        SettingFormat.Duration => "a duration, as 15m",
        SettingFormat.Integer => "a whole number",
        SettingFormat.Size => "a size, as 40G",
        SettingFormat.File or SettingFormat.Files or SettingFormat.Folder => "a path of this machine",
        _ => attribute.Type.ToString(),
    };
}
