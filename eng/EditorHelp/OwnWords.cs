using System.Collections.Immutable;
using Xoap.Images.Schemas;

namespace Xoap.Images.EditorHelp;

/// <summary>The metadata that are ours, described by docs/items.md.</summary>
internal static class OwnWords
{
    private static readonly ImmutableArray<Choice> Flags = [new("true", ""), new("false", "")];

    public static ImmutableArray<Word> Of(ItemType type, Page items)
    {
        var words = new List<Word>();
        foreach (var setting in type.Metadata)
        {
            words.Add(Word(setting, items.Bullet(type.Name, setting.Name)) with { IsRequired = setting.Enforced });
        }

        if (type == ItemTypes.Builder)
        {
            SetChoices(words, "Type", BuilderTypes.Names.Select(name => new Choice(name, items.Opening($"Builder/{name}"))));
            words.AddRange(Described(BuilderTypes.Friendly.SelectMany(builder => builder.Aliases.DistinctBy(alias => alias.Name).Select(alias =>
                (builder.Name, new SettingSchema(alias.Name, SettingType.Text), items.Bullet($"Builder/{builder.Name}", alias.Name))))));
        }

        if (type == ItemTypes.Provisioner)
        {
            SetChoices(words, "Type", ProvisionerTypes.Names.Select(name => new Choice(name, items.Opening($"Provisioner/{name}"))));
            words.AddRange(Described(ProvisionerTypes.Friendly.SelectMany(provisioner => provisioner.Own.Select(own =>
                (provisioner.Name, own, items.Bullet($"Provisioner/{provisioner.Name}", own.Name))))));
        }

        words.AddRange(ItemTypes.Stamps.Select(stamp => new Word(stamp, "Stamped by the package that brings the item.")));
        return [.. words];
    }

    /// <summary>A setting as a word of its own.</summary>
    public static Word Word(SettingSchema setting, string description) => new(setting.Name, description)
    {
        Kind = KindOf(setting),
        IsList = setting.Type.Kind == SettingKind.List,
        Choices = setting.Type.Kind == SettingKind.Flag ? Flags : [.. setting.Allowed.Select(value => new Choice(value, ""))],
    };

    /// <summary>Settings of several types by name; what each type says stands behind the names of those that say it.</summary>
    private static IEnumerable<Word> Described(IEnumerable<(string Type, SettingSchema Setting, string Text)> settings) =>
        settings.GroupBy(row => row.Setting.Name).Select(rows =>
        {
            var texts = rows.GroupBy(row => row.Text).Select(same => $"{string.Join(", ", same.Select(row => row.Type))}: {same.Key}");
            return Word(rows.First().Setting, string.Join(" ", texts)) with
            {
                Choices = [.. rows.SelectMany(row => Word(row.Setting, "").Choices).Distinct()],
            };
        });

    private static void SetChoices(List<Word> words, string name, IEnumerable<Choice> choices)
    {
        var index = words.FindIndex(word => word.Name == name);
        words[index] = words[index] with { Choices = [.. choices] };
    }

    private static WordKind KindOf(SettingSchema setting) => setting switch
    {
        { Type.Kind: SettingKind.Flag } => WordKind.Flag,
        { Type.Kind: SettingKind.Number, Format: SettingFormat.Integer } => WordKind.Integer,
        { Format: SettingFormat.File or SettingFormat.Files or SettingFormat.Folder } => WordKind.Path,
        _ => WordKind.Text,
    };
}
