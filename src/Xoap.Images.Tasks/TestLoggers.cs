using Xoap.Images.Diagnostics;
using Xoap.Images.Reading;
using Xoap.Images.Testing;

namespace Xoap.Images.Tasks;

/// <summary>What the <c>--logger</c> options of <c>dotnet test</c> ask for.</summary>
/// <param name="Detail">What the console shows.</param>
internal sealed record TestLoggers(IReadOnlyList<TestReportFile> Reports, TestDetail Detail)
{
    private const string Trx = "trx";
    private const string JUnit = "junit";
    private const string Console = "console";
    private const string Name = "LogFileName";
    private const string Path = "LogFilePath";
    private const string Prefix = "LogFilePrefix";
    private const string Verbosity = "verbosity";

    /// <summary>By logger: the settings that we heed.</summary>
    private static readonly Dictionary<string, string[]> Settings = new(StringComparer.OrdinalIgnoreCase)
    {
        [Trx] = [Name, Prefix],
        [JUnit] = [Name, Path, Prefix],
        [Console] = [Verbosity],
    };

    /// <summary>Settings of VSTest's loggers that mean nothing here. A solution has one command line for all of its projects.</summary>
    private static readonly string[] Others =
        ["WarnOnFileOverwrite", "MethodFormat", "FailureBodyFormat", "NameFormat", "StoreConsoleOutput", "Title", "Prefix", "NoProgress"];

    private static readonly string[] Verbosities = [.. Enum.GetNames<TestDetail>().Select(name => name.ToLowerInvariant())];

    /// <param name="loggers">Each <c>name;Key=value;…</c>.</param>
    /// <param name="verbosity">What <c>--verbosity</c> says; the console's own setting comes first.</param>
    /// <param name="folder">Where reports go.</param>
    public static TestLoggers Of(IEnumerable<string> loggers, string verbosity, string folder, string projectFile, DiagnosticBag diagnostics)
    {
        var reports = new List<TestReportFile>();
        var detail = verbosity.ToLowerInvariant() switch
        {
            "q" or "quiet" => TestDetail.Quiet,
            "m" or "minimal" => TestDetail.Minimal,
            _ => TestDetail.Normal,
        };
        foreach (var logger in loggers)
        {
            var parts = logger.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            if (parts.Length == 0)
            {
                continue;
            }

            if (!Settings.TryGetValue(parts[0], out var known))
            {
                diagnostics.Add(TestingDiagnostics.UnknownLogger(Origin.Project, parts[0], Suggestion.For(parts[0], Settings.Keys)));
                continue;
            }

            var settings = Read(parts, known, diagnostics);
            switch (parts[0].ToLowerInvariant())
            {
                case Trx:
                    Add(TestReportKind.Trx, settings[Name].LastOrDefault(), settings[Prefix].LastOrDefault());
                    break;
                case JUnit:
                    Add(TestReportKind.JUnit, settings[Name].LastOrDefault() ?? settings[Path].LastOrDefault(), settings[Prefix].LastOrDefault());
                    break;
                default:
                    detail = settings[Verbosity].LastOrDefault() is { } written ? DetailOf(written, diagnostics) : detail;
                    break;
            }
        }

        return new TestLoggers(reports, detail);

        void Add(TestReportKind kind, string? name, string? prefix)
        {
            var project = System.IO.Path.GetFileNameWithoutExtension(projectFile);
            reports.Add(TestReportFile.Of(kind, folder, name, prefix is null ? project : $"{prefix}_{project}"));
        }
    }

    private static ILookup<string, string> Read(string[] parts, string[] known, DiagnosticBag diagnostics)
    {
        var settings = parts.Skip(1).Select(part => part.Split('=', 2, StringSplitOptions.TrimEntries)).ToArray();
        foreach (var setting in settings.Where(setting => setting.Length < 2 || !known.Concat(Others).Contains(setting[0], StringComparer.OrdinalIgnoreCase)))
        {
            diagnostics.Add(TestingDiagnostics.UnknownLoggerSetting(
                Origin.Project, parts[0], setting[0], known, known.Contains(setting[0], StringComparer.OrdinalIgnoreCase) ? "" : Suggestion.For(setting[0], known)));
        }

        return settings.Where(setting => setting.Length == 2).ToLookup(setting => setting[0], setting => setting[1], StringComparer.OrdinalIgnoreCase);
    }

    private static TestDetail DetailOf(string verbosity, DiagnosticBag diagnostics)
    {
        const StringComparison AnyCase = StringComparison.OrdinalIgnoreCase;
        switch (Array.Find(Verbosities, name => name.Equals(verbosity, AnyCase) || (verbosity.Length == 1 && name.StartsWith(verbosity, AnyCase))))
        {
            case { } name:
                return Enum.Parse<TestDetail>(name, ignoreCase: true);
            case null when verbosity.StartsWith("diag", AnyCase):
                return TestDetail.Detailed;
            default:
                diagnostics.Add(ReadingDiagnostics.NotAllowed(Origin.Project, Verbosity, verbosity, Suggestion.For(verbosity, Verbosities), Verbosities));
                return TestDetail.Normal;
        }
    }
}
