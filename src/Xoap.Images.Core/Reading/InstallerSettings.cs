using System.Collections.Immutable;
using Xoap.Images.Model;
using Xoap.Images.Schemas;

namespace Xoap.Images.Reading;

/// <summary>The answer file of an operating system and what goes with it.</summary>
internal static class InstallerSettings
{
    private static readonly string[] Names = ["AnswerFile", "SetupFiles", "AnswerFileMedium", "Templated", "TemplateVariables"];

    /// <summary>Names that a template has a meaning for itself.</summary>
    private static readonly string[] Taken =
    [
        "Image", "OperatingSystem", "Builder", "this", "else", "if", "unless", "each", "with", "lookup", "log",
        "xml", "json", "lower", "upper", "default",
    ];

    /// <summary>What the item says to installers; empty for a builder that starts none.</summary>
    public static ImmutableArray<Setting> Of(ItemSettings item, ComponentSchema component, Platform platform) =>
        InstallerMedia.AreTakenBy(component, platform) ? [.. item.Ours.Where(setting => Names.Contains(setting.Name))] : [];

    /// <summary>Checks the item, whether a builder uses it or not.</summary>
    public static void Check(ItemSettings item, ReadingContext context)
    {
        if (item.Find("SetupFiles") is { } setup && item.Find("AnswerFile") is null)
        {
            context.Report(InstallerDiagnostics.SetupFilesWithoutAnswerFile(setup.Origin, item.Item.Name));
        }

        if (item.Find("Templated") is { Value: SettingValue.Flag { Value: true } } templated && item.Find("AnswerFile") is null)
        {
            context.Report(InstallerDiagnostics.NothingToTemplate(templated.Origin, item.Item.Name));
        }

        CheckVariables(item.Ours, context);
        LiteralSecrets.Check(item.Ours, context);
    }

    /// <summary>Names that a template can use, and a template that uses them.</summary>
    public static void CheckVariables(ImmutableArray<Setting> settings, ReadingContext context)
    {
        if (settings.FirstOrDefault(setting => setting.Name == "TemplateVariables") is not { } variables)
        {
            return;
        }

        if (!settings.Any(setting => setting is { Name: "Templated", Value: SettingValue.Flag { Value: true } }))
        {
            context.Report(InstallerDiagnostics.VariablesWithoutTemplate(variables.Origin, variables.Origin.Name));
        }

        foreach (var (name, value) in variables.Value is SettingValue.Map map ? map.Entries : [])
        {
            if (Taken.Contains(name) || !IsName(name))
            {
                context.Report(InstallerDiagnostics.UnusableVariableName(variables.Origin, name));
            }

            if (value is SettingValue.Expression expression)
            {
                context.Report(ReadingDiagnostics.KnownTooLate(
                    variables.Origin, "TemplateVariables", "packer:" + expression.Value, "text and secrets"));
            }
        }
    }

    private static bool IsName(string name) =>
        (char.IsAsciiLetter(name[0]) || name[0] == '_') && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-');
}
