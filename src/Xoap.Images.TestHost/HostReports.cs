using Microsoft.Testing.Platform.CommandLine;
using Microsoft.Testing.Platform.Configurations;
using Xoap.Images.Testing;

namespace Xoap.Images.TestHost;

/// <summary>The reports that the command line asks for.</summary>
internal static class HostReports
{
    public static IEnumerable<TestReportFile> Of(ICommandLineOptions line, IConfiguration configuration, string projectFile)
    {
        (string Option, string NameOption, TestReportKind Kind)[] reports =
        [
            (HostOptions.Trx, HostOptions.TrxFile, TestReportKind.Trx),
            (HostOptions.JUnit, HostOptions.JUnitFile, TestReportKind.JUnit),
        ];
        return
        [
            .. from report in reports
               where line.IsOptionSet(report.Option)
               let name = line.TryGetOptionArgumentList(report.NameOption, out var names) ? names[0] : null
               select TestReportFile.Of(report.Kind, configuration.GetTestResultDirectory(), name, Path.GetFileNameWithoutExtension(projectFile)),
        ];
    }
}
