using System.Collections.Immutable;
using Xoap.Images.Diagnostics;
using Xoap.Images.Model;
using Xoap.Images.Schemas;

namespace Xoap.Images.Reading;

/// <summary>Turns the text of a setting into a value of its type; reports what does not fit and returns null.</summary>
internal sealed class ValueReader(ReadingContext context)
{
    private readonly ScalarReader _scalars = new(context);
    private readonly ValueLimits _limits = new(context);

    /// <param name="name">The setting as the user wrote it, for messages.</param>
    /// <param name="escaped">The text with MSBuild's escapes; not empty.</param>
    /// <param name="literal">env:, file: and packer: are plain text.</param>
    public SettingValue? Read(SettingSchema schema, string name, string escaped, Origin origin, bool literal = false)
    {
        var type = schema.Type;
        return type.Kind switch
        {
            SettingKind.List when type.Element!.Kind is SettingKind.List or SettingKind.Map =>
                ReadJson(type, name, escaped, origin),
            SettingKind.List => ReadList(schema, name, escaped, origin, literal),
            SettingKind.Map => ReadMap(schema, name, escaped, origin),
            _ => ReadScalar(schema, type.Kind, name, MsBuildText.Trim(escaped), origin, literal),
        };
    }

    private SettingValue.List? ReadList(SettingSchema schema, string name, string escaped, Origin origin, bool literal)
    {
        var values = ImmutableArray.CreateBuilder<SettingValue>();
        var complete = true;
        var entries = MsBuildText.SplitEscaped(escaped);
        if (schema.Name == "boot_command" && entries.FirstOrDefault(entry => entry.EndsWith('\\')) is { } split)
        {
            context.Report(SpellingDiagnostics.SplitKeystrokes(origin, split));
        }

        foreach (var entry in entries)
        {
            var value = ReadScalar(schema, schema.Type.Element!.Kind, name, entry, origin, literal);
            complete &= value is not null;
            if (value is not null)
            {
                values.Add(value);
            }
        }

        return complete && _limits.Fits(schema, name, values, origin) ? new SettingValue.List(values.ToImmutable()) : null;
    }

    private SettingValue.Map? ReadMap(SettingSchema schema, string name, string escaped, Origin origin)
    {
        var entries = ImmutableArray.CreateBuilder<MapEntry>();
        var complete = true;
        foreach (var entry in MsBuildText.SplitEscaped(escaped))
        {
            var equals = entry.IndexOf('=', StringComparison.Ordinal);
            var key = equals < 0 ? "" : MsBuildText.Unescape(MsBuildText.Trim(entry[..equals]));
            if (key.Length == 0)
            {
                context.Report(ReadingDiagnostics.BadMapEntry(origin, name, MsBuildText.Unescape(entry)));
                complete = false;
                continue;
            }

            if (Contains(entries, key))
            {
                context.Report(ReadingDiagnostics.DuplicateKey(origin, name, key));
                complete = false;
                continue;
            }

            var text = MsBuildText.Trim(entry[(equals + 1)..]);
            var value = text.Length == 0
                ? new SettingValue.Text("")
                : ReadScalar(schema, schema.Type.Element!.Kind, name, text, origin, literal: false);
            complete &= value is not null;
            if (value is not null)
            {
                entries.Add(new MapEntry(key, value));
            }
        }

        return complete && _limits.Fits(schema, name, entries, origin) ? new SettingValue.Map(entries.ToImmutable()) : null;
    }

    private static bool Contains(ImmutableArray<MapEntry>.Builder entries, string key)
    {
        foreach (var entry in entries)
        {
            if (entry.Key == key)
            {
                return true;
            }
        }

        return false;
    }

    private SettingValue? ReadJson(SettingType type, string name, string escaped, Origin origin)
    {
        var value = JsonSetting.Read(type, MsBuildText.Unescape(escaped));
        if (value is null)
        {
            context.Report(ReadingDiagnostics.BadJson(origin, name, JsonSetting.Example(type)));
        }

        return value;
    }

    private SettingValue? ReadScalar(
        SettingSchema schema, SettingKind kind, string name, string escaped, Origin origin, bool literal)
    {
        var text = MsBuildText.Unescape(escaped);
        if (!literal && SecretText.Read(schema, kind, name, text, origin, context) is { } reference)
        {
            return reference.Value;
        }

        return kind switch
        {
            SettingKind.Flag => _scalars.ReadFlag(name, text, origin),
            SettingKind.Number => _scalars.ReadNumber(schema, name, text, origin),
            _ => _scalars.ReadText(schema, name, text, origin),
        };
    }
}
