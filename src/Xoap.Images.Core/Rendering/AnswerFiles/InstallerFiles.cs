using System.Collections.Immutable;
using Xoap.Images.Model;
using Xoap.Images.Planning;
using Xoap.Images.Rendering.Templates;
using Xoap.Images.Schemas;
using OperatingSystem = Xoap.Images.Model.OperatingSystem;

namespace Xoap.Images.Rendering.AnswerFiles;

/// <summary>The answer file under the name that its installer wants, and the setup files beside it.</summary>
internal static class InstallerFiles
{
    private const string MetaData = "meta-data";

    /// <summary>Files that a template can be; what else is there arrives byte for byte.</summary>
    private static readonly string[] TextExtensions =
    [
        ".bat", ".cfg", ".cmd", ".conf", ".ini", ".json", ".ks", ".ps1", ".psd1", ".psm1", ".reg", ".seed", ".sh", ".txt", ".xml", ".yaml", ".yml",
    ];

    private static readonly string[] TextNames = ["user-data", MetaData, "vendor-data", "network-config"];

    /// <summary>Absolute paths of the files whose text <see cref="Of"/> needs.</summary>
    public static IEnumerable<string> Texts(BuildPlan plan)
    {
        if (plan.Variant.OperatingSystem is not { } system || AnswerFile(system) is not { } answers)
        {
            return [];
        }

        return IsTemplated(system)
            ? plan.InstallerSources.SelectMany(source => source.Files).Where(file => IsText(file.Path)).Select(file => file.Path).Append(answers)
            : [answers];
    }

    public static string? AnswerFile(OperatingSystem system) => (system.Find("AnswerFile")?.Value as SettingValue.Text)?.Value;

    public static ImmutableArray<InstallerFile> Of(TemplateDraft draft, OperatingSystem system, AnswerFileFormat format)
    {
        var files = ImmutableArray.CreateBuilder<InstallerFile>();
        var origin = (system.Find("SetupFiles") ?? system.Find("AnswerFile"))!.Origin;
        foreach (var source in draft.Plan.InstallerSources)
        {
            var isAnswer = source.Path == AnswerFile(system);
            foreach (var file in source.Files)
            {
                Add(InFolder(source) is { } folder ? $"{folder}/{file.RelativePath}" : isAnswer ? format.FileName : file.RelativePath, source, file);
            }
        }

        // The NoCloud source of cloud-init looks for both.
        if (format == AnswerFileFormat.CloudInit && !files.Any(file => file.Name == MetaData))
        {
            files.Add(new InstallerFile(MetaData, null, [new TextPart("instance-id: image-build\n")]));
        }

        return files.ToImmutable();

        void Add(string name, SourceFiles source, SourceFile file)
        {
            if (files.FirstOrDefault(other => string.Equals(other.Name, name, StringComparison.OrdinalIgnoreCase)) is { } other)
            {
                draft.Diagnostics.Add(InstallerDiagnostics.SameName(origin, name, file.Path, other.Copy?.Path ?? "the answer file"));
            }
            else if (name.Contains("{{", StringComparison.Ordinal))
            {
                draft.Diagnostics.Add(RenderingDiagnostics.TextHasTemplateBraces(origin, name));
            }
            else if (IsTemplated(system) && (IsText(file.Path) || file.Path == AnswerFile(system)))
            {
                files.Add(new InstallerFile(name, null, Rendered(draft, system, file)));
            }
            else
            {
                files.Add(new InstallerFile(name, file, [], InFolder(source) is null ? null : source.Path));
            }
        }
    }

    /// <summary>A folder comes under its name; with a slash at its end its contents come alone, as they do with File provisioners.</summary>
    private static string? InFolder(SourceFiles source) =>
        source.IsFolder && !source.Path.EndsWith('/') ? Path.GetFileName(source.Path) : null;

    private static ImmutableArray<TextPart> Rendered(TemplateDraft draft, OperatingSystem system, SourceFile file)
    {
        var text = draft.Texts.GetValueOrDefault(file.Path, "");
        if (text.Contains('\uFFFD', StringComparison.Ordinal))
        {
            draft.Diagnostics.Add(TemplateDiagnostics.NotText(system.Find("Templated")!.Origin, file.Path));
            return [];
        }

        return TextTemplate.Render(file.Path, text, TemplateValues.Of(draft.Plan, system.Find("TemplateVariables")), draft.Diagnostics) ?? [];
    }

    private static bool IsTemplated(OperatingSystem system) => system.Find("Templated") is { Value: SettingValue.Flag { Value: true } };

    /// <summary>Whether a file is text by its name.</summary>
    public static bool IsText(string path) =>
        TextExtensions.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase) || TextNames.Contains(Path.GetFileName(path));
}
