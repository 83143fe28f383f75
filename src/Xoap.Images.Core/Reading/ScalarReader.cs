using System.Globalization;
using Xoap.Images.Diagnostics;
using Xoap.Images.Model;
using Xoap.Images.Schemas;

namespace Xoap.Images.Reading;

/// <summary>Flags, numbers and texts, checked against what their setting allows.</summary>
internal sealed class ScalarReader(ReadingContext context)
{
    private readonly ValueLimits _limits = new(context);

    public SettingValue.Flag? ReadFlag(string name, string text, Origin origin)
    {
        if (bool.TryParse(text, out var flag))
        {
            return new SettingValue.Flag(flag);
        }

        context.Report(ReadingDiagnostics.WrongType(origin, name, text, "true or false"));
        return null;
    }

    public SettingValue.Number? ReadNumber(SettingSchema schema, string name, string text, Origin origin)
    {
        var whole = schema.Format == SettingFormat.Integer;
        var style = whole ? NumberStyles.AllowLeadingSign : NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        if (!decimal.TryParse(text, style, CultureInfo.InvariantCulture, out var number))
        {
            context.Report(ReadingDiagnostics.WrongType(origin, name, text, whole ? "a whole number" : "a number"));
            return null;
        }

        if (number < schema.Min || number > schema.Max)
        {
            context.Report(ReadingDiagnostics.OutOfRange(origin, name, text, Range(schema)));
            return null;
        }

        return _limits.Fits(schema, name, number, origin) ? new SettingValue.Number(text.TrimStart('+')) : null;
    }

    public SettingValue.Text? ReadText(SettingSchema schema, string name, string text, Origin origin)
    {
        switch (schema.Format)
        {
            case SettingFormat.Duration when DurationText.TryParse(text, out var duration):
                return new SettingValue.Text(Duration.Of(duration));
            case SettingFormat.Duration:
                context.Report(ReadingDiagnostics.BadDuration(origin, name, text));
                return null;
            case SettingFormat.Size when !IsSize(text):
                context.Report(ReadingDiagnostics.WrongType(
                    origin, name, text, "a size: a whole number and a unit of K, M, G or T, such as 40G"));
                return null;
            case SettingFormat.File or SettingFormat.Files or SettingFormat.Folder or SettingFormat.Path when text.Contains('\0', StringComparison.Ordinal):
                context.Report(ReadingDiagnostics.WrongType(origin, name, text.Replace("\0", "%00", StringComparison.Ordinal), "a path"));
                return null;
            case SettingFormat.File or SettingFormat.Files or SettingFormat.Folder or SettingFormat.Path:
                return new SettingValue.Text(ProjectPath.Absolute(context.ProjectDirectory, text));
            default:
                return ReadChoice(schema, name, text, origin);
        }
    }

    private SettingValue.Text? ReadChoice(SettingSchema schema, string name, string text, Origin origin)
    {
        if (!schema.AllowedStrict)
        {
            return _limits.Fits(schema, name, text, origin) ? new SettingValue.Text(text) : null;
        }

        var comparison = schema.AllowedIgnoreCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        foreach (var allowed in schema.Allowed)
        {
            if (string.Equals(allowed, text, comparison))
            {
                return new SettingValue.Text(allowed);
            }
        }

        context.Report(ReadingDiagnostics.NotAllowed(origin, name, text, Suggestion.For(text, schema.Allowed), schema.Allowed));
        return null;
    }

    private static bool IsSize(string text)
    {
        var digits = text.AsSpan().TrimEnd("bkmgtBKMGT");
        return digits.Length > 0 && text.Length - digits.Length <= 1 && digits.IndexOfAnyExceptInRange('0', '9') < 0;
    }

    private static string Range(SettingSchema schema) => (schema.Min, schema.Max) switch
    {
        ({ } min, { } max) => string.Create(CultureInfo.InvariantCulture, $"between {min} and {max}"),
        ({ } min, null) => string.Create(CultureInfo.InvariantCulture, $"{min} or more"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{schema.Max} or less"),
    };
}
