using System.Collections.Immutable;
using Xoap.Images.Schemas;

namespace Xoap.Images.EditorHelp;

/// <summary>All words of a project, from the SDK's tables and its pages.</summary>
internal static class Vocabulary
{
    /// <summary>Values of properties to offer. docs/properties.md explains each of them.</summary>
    private static readonly Dictionary<string, ImmutableArray<string>> PropertyValues = new()
    {
        ["ImageProjectKind"] = ["Image", "Role"],
        ["ImageSeal"] = ["Auto", "None"],
        ["ImageTestAnswerFile"] = ["None"],
        ["ImageBuild"] = ["true", "false"],
        ["ImageForce"] = ["true", "false"],
        ["ImageStopBehavior"] = ["Cleanup", "Keep"],
    };

    public static Words Read(Page items, Page properties, Page targets) => new(
        ItemsOf(items),
        [.. PropertyNames.All.Select(name => Property(name, properties.Bullet("", name)))],
        [.. targets.Bullets("").Select(target => new Word(target.Name, target.Text))]);

    private static ImmutableArray<ItemWord> ItemsOf(Page page)
    {
        var own = ItemTypes.All.ToDictionary(type => type, type => OwnWords.Of(type, page));
        ItemType[] ofBuilders = [ItemTypes.Connection, ItemTypes.Builder, ItemTypes.OperatingSystem];
        var claimed = ofBuilders.SelectMany(type => own[type]).Select(word => word.Name).ToHashSet();
        var shared = new SharedWords(
            "BuilderComponent", [.. ComponentWords.OfBuilders.Where(word => !claimed.Contains(word.Name))]);
        return
        [
            .. ItemTypes.All.Select(type => ofBuilders.Contains(type)
                ? Item(type, page, own[type], ComponentWords.OfBuilders.Where(word => claimed.Contains(word.Name)), shared)
                : Item(type, page, own[type], ComponentsOf(type), null)),
        ];
    }

    private static ImmutableArray<Word> ComponentsOf(ItemType type) =>
        type == ItemTypes.Provisioner ? ComponentWords.OfProvisioners
        : type == ItemTypes.BuilderBlock ? ComponentWords.OfBuilderBlocks
        : type == ItemTypes.ProvisionerBlock ? ComponentWords.OfProvisionerBlocks
        : [];

    /// <summary>Our own metadata hide the components' of the same name.</summary>
    private static ItemWord Item(ItemType type, Page page, ImmutableArray<Word> own, IEnumerable<Word> components, SharedWords? shared) => new(
        type.Name,
        page.Opening(type.Name),
        [.. own, .. components.Where(word => own.All(mine => mine.Name != word.Name))],
        shared);

    private static Word Property(string name, string description) => new(name, description)
    {
        Kind = PropertyValues.TryGetValue(name, out var values) && values.Contains("true") ? WordKind.Flag : WordKind.Text,
        Choices = [.. (values.IsDefault ? [] : values).Select(value => new Choice(value, ""))],
    };
}
