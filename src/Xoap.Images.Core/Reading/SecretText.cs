using Xoap.Images.Diagnostics;
using Xoap.Images.Model;
using Xoap.Images.Schemas;

namespace Xoap.Images.Reading;

/// <summary>Reads <c>env:NAME</c>, <c>file:PATH</c> and <c>packer:expression</c>.</summary>
internal static class SecretText
{
    private const string Env = "env:";
    private const string File = "file:";
    private const string Packer = "packer:";

    /// <summary>What a text refers to. Its value is null after an error.</summary>
    public sealed record Reference(SettingValue? Value);

    /// <summary>Null when the text is a plain value that the setting may hold.</summary>
    public static Reference? Read(
        SettingSchema schema, SettingKind kind, string name, string text, Origin origin, ReadingContext context)
    {
        if (!schema.Secret && ReferenceLike.Read(text) is { } meant)
        {
            context.Report(SpellingDiagnostics.NoReference(origin, name, text, meant));
        }

        if (text.StartsWith(Env, StringComparison.Ordinal))
        {
            return ReadEnv(schema, kind, name, text, origin, context);
        }

        if (text.StartsWith(Packer, StringComparison.Ordinal))
        {
            return ReadExpression(schema, name, text, origin, context);
        }

        if (!schema.Secret)
        {
            return null;
        }

        if (!text.StartsWith(File, StringComparison.Ordinal))
        {
            return Error(context, ReadingDiagnostics.LiteralSecret(origin, name));
        }

        var path = text[File.Length..].Trim();
        return path.Length == 0 || path.Contains('\0', StringComparison.Ordinal)
            ? Error(context, ReadingDiagnostics.BadSecretReference(origin, name, text))
            : Secret(SecretSource.File, ProjectPath.Absolute(context.ProjectDirectory, path));
    }

    private static Reference ReadEnv(
        SettingSchema schema, SettingKind kind, string name, string text, Origin origin, ReadingContext context)
    {
        var variable = text[Env.Length..].Trim();
        if (!VariableName.IsUsable(variable))
        {
            return Error(context, ReadingDiagnostics.BadSecretReference(origin, name, text));
        }

        return Unfit(schema, kind) is { } expected
            ? Error(context, ReadingDiagnostics.KnownTooLate(origin, name, text, expected))
            : Secret(SecretSource.Env, variable);
    }

    private static Reference ReadExpression(
        SettingSchema schema, string name, string text, Origin origin, ReadingContext context)
    {
        var expression = text[Packer.Length..].Trim();
        if (expression.Length == 0)
        {
            return Error(context, ReadingDiagnostics.EmptyExpression(origin, name));
        }

        return KnownBefore(schema) is { } expected
            ? Error(context, ReadingDiagnostics.KnownTooLate(origin, name, text, expected))
            : new Reference(new SettingValue.Expression(expression));
    }

    /// <summary>What the setting takes when a secret cannot stand for it: Packer's sensitive variables are texts.</summary>
    private static string? Unfit(SettingSchema schema, SettingKind kind) => (kind, schema.Format) switch
    {
        (SettingKind.Number, _) => "a number",
        (SettingKind.Flag, _) => "true or false",
        (_, SettingFormat.Duration) => "a duration",
        (_, SettingFormat.Size) => "a size",
        _ => KnownBefore(schema),
    };

    /// <summary>What the setting takes when we have to know it before Packer runs.</summary>
    private static string? KnownBefore(SettingSchema schema) => schema.Format switch
    {
        SettingFormat.File or SettingFormat.Files => "files whose contents count",
        _ when schema.Plain => "plain text",
        _ => null,
    };

    private static Reference Secret(SecretSource source, string name) =>
        new(new SettingValue.Secret(new SecretReference(source, name)));

    private static Reference Error(ReadingContext context, Diagnostic diagnostic)
    {
        context.Report(diagnostic);
        return new Reference(null);
    }
}
