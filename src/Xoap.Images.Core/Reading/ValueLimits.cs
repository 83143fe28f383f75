using System.Collections.Immutable;
using System.Globalization;
using Xoap.Images.Diagnostics;
using Xoap.Images.Schemas;

namespace Xoap.Images.Reading;

/// <summary>Lengths, forms and numbers of entries. Packer's own templates are known to Packer only.</summary>
internal sealed class ValueLimits(ReadingContext context)
{
    private const string Template = "{{";

    public bool Fits(SettingSchema schema, string name, string text, Origin origin)
    {
        if (text.Contains(Template, StringComparison.Ordinal))
        {
            return true;
        }

        if (text.Length < schema.MinLength || text.Length > schema.MaxLength)
        {
            context.Report(LimitDiagnostics.WrongLength(origin, name, text.Length, Length(schema)));
            return false;
        }

        if (schema.Pattern is { } pattern && !PatternText.IsMatch(pattern, text))
        {
            context.Report(LimitDiagnostics.WrongForm(origin, name, text, PatternText.InWords(pattern)));
            return false;
        }

        return true;
    }

    public bool Fits(SettingSchema schema, string name, decimal number, Origin origin)
    {
        if (schema.MultipleOf is not { } step || number % step == 0)
        {
            return true;
        }

        context.Report(LimitDiagnostics.NotAMultiple(
            origin, name, number.ToString(CultureInfo.InvariantCulture), step.ToString(CultureInfo.InvariantCulture)));
        return false;
    }

    public bool Fits<T>(SettingSchema schema, string name, ImmutableArray<T>.Builder entries, Origin origin)
    {
        if (schema.MaxItems is not { } most || entries.Count <= most)
        {
            return true;
        }

        context.Report(LimitDiagnostics.TooManyEntries(origin, name, entries.Count, most));
        return false;
    }

    private static string Length(SettingSchema schema) => (schema.MinLength, schema.MaxLength) switch
    {
        ({ } min, { } max) => string.Create(CultureInfo.InvariantCulture, $"{min} to {max}"),
        ({ } min, null) => string.Create(CultureInfo.InvariantCulture, $"{min} or more"),
        _ => string.Create(CultureInfo.InvariantCulture, $"at most {schema.MaxLength}"),
    };
}
