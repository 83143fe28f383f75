using Xoap.Images.Diagnostics;
using Xoap.Images.Testing;

namespace Xoap.Images.Tasks;

/// <summary>What the <c>--logger</c> options of <c>dotnet test</c> ask for.</summary>
/// <param name="ShowsAll">The console shows tests that passed, too.</param>
internal sealed record TestLoggers(IReadOnlyList<TestReportFile> Reports, bool ShowsAll)
{
    /// <param name="loggers">Each <c>name;Key=value;…</c>.</param>
    /// <param name="folder">Where reports go.</param>
    public static TestLoggers Of(IEnumerable<string> loggers, string folder, string projectFile, DiagnosticBag diagnostics)
    {
        var reports = new List<TestReportFile>();
        var showsAll = false;
        foreach (var logger in loggers)
        {
            var parts = logger.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            var settings = parts.Skip(1)
                .Select(part => part.Split('=', 2))
                .Where(part => part.Length == 2)
                .ToLookup(part => part[0].Trim(), part => part[1].Trim(), StringComparer.OrdinalIgnoreCase);
            switch (parts.FirstOrDefault("").ToLowerInvariant())
            {
                case "trx":
                    Add(TestReportKind.Trx, settings["LogFileName"].LastOrDefault(), settings["LogFilePrefix"].LastOrDefault());
                    break;
                case "junit":
                    Add(TestReportKind.JUnit, (settings["LogFileName"].LastOrDefault() ?? settings["LogFilePath"].LastOrDefault()), settings["LogFilePrefix"].LastOrDefault());
                    break;
                case "console":
                    showsAll |= settings["verbosity"].LastOrDefault()?.ToLowerInvariant() is "normal" or "n" or "detailed" or "d" or "diagnostic";
                    break;
                case "":
                    break;
                default:
                    diagnostics.Add(TestingDiagnostics.UnknownLogger(Origin.Project, parts[0]));
                    break;
            }
        }

        return new TestLoggers(reports, showsAll);

        void Add(TestReportKind kind, string? name, string? prefix)
        {
            var project = Path.GetFileNameWithoutExtension(projectFile);
            reports.Add(TestReportFile.Of(kind, folder, name, prefix is null ? project : $"{prefix}_{project}"));
        }
    }
}
