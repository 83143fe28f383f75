using System.Collections.Immutable;
using Xoap.Images.Model;
using Xoap.Images.Schemas;

namespace Xoap.Images.Reading;

/// <summary>Puts what aliases say into the maps and lists that it is a part of.</summary>
internal static class AliasParts
{
    /// <param name="parts">The strongest first.</param>
    public static ImmutableArray<Setting> Fill(
        ImmutableArray<Setting> settings, IEnumerable<PartSetting> parts, ComponentSchema schema, ReadingContext context)
    {
        foreach (var part in parts.DistinctBy(part => (part.Attribute.Name, part.Alias.Name)))
        {
            var present = settings.FirstOrDefault(setting => setting.Name == part.Attribute.Name);
            var value = part.Alias.Key is { } key ? Entry(present, key, part, context) : Command(present, part);
            settings = SettingSet.Over([SettingSet.Of(part.Attribute, value, present?.Origin ?? part.Origin)], settings, schema);
        }

        return settings;
    }

    /// <summary>The map with the entry; one that stands there wins, and is an error where the same item says it.</summary>
    private static SettingValue Entry(Setting? present, string key, PartSetting part, ReadingContext context)
    {
        if (present is null)
        {
            return new SettingValue.Map([new MapEntry(key, new SettingValue.Text(part.Text))]);
        }

        if (present.Value is not SettingValue.Map map)
        {
            return present.Value;
        }

        if (map.Entries.FirstOrDefault(entry => entry.Key == key) is not { } own)
        {
            return new SettingValue.Map(map.Entries.Add(new MapEntry(key, new SettingValue.Text(part.Text))));
        }

        if (present.Origin.ItemType == part.Origin.ItemType && own.Value != new SettingValue.Text(part.Text))
        {
            context.Report(ReadingDiagnostics.SettingGivenTwice(
                part.Origin, SettingName.ToMetadata(present.Name), part.Alias.Name, $"{present.Name}.{key}"));
        }

        return map;
    }

    /// <summary>The list with the command in front, so that one of the project's own has the last word.</summary>
    private static SettingValue.List Command(Setting? present, PartSetting part)
    {
        SettingValue command = new SettingValue.List(
            [.. part.Alias.Command.Append(part.Text).Select(word => new SettingValue.Text(word))]);
        return new SettingValue.List([command, .. (present?.Value as SettingValue.List)?.Values ?? []]);
    }
}
