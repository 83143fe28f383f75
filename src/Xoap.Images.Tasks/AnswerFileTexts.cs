using System.Collections.Immutable;
using Xoap.Images.Planning;
using Xoap.Images.Rendering.AnswerFiles;
using Xoap.Images.Validation.AnswerFiles;

namespace Xoap.Images.Tasks;

/// <summary>Reads what installers will read, for the rules to judge.</summary>
internal static class AnswerFileTexts
{
    private const long LongestScript = 1 << 20;

    public static IEnumerable<InstallerTexts> Of(ImmutableArray<BuildPlan> plans)
    {
        foreach (var plan in plans)
        {
            var answers = plan.Variant.OperatingSystem is { } system ? InstallerFiles.AnswerFile(system) : null;
            if (answers is null || !plan.InstallerSources.Any(source => source.Path == answers))
            {
                continue; // There is none, or it was reported as missing.
            }

            var setup = plan.InstallerSources.Where(source => source.Path != answers).SelectMany(source => source.Files).ToArray();
            yield return new InstallerTexts(
                plan.Variant,
                answers,
                File.ReadAllText(answers),
                [.. setup.Where(file => file.Length < LongestScript && InstallerFiles.IsText(file.Path)).Select(file => File.ReadAllText(file.Path))],
                [.. setup.Select(file => Path.GetFileName(file.Path))]);
        }
    }
}
