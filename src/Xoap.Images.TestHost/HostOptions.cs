using Microsoft.Testing.Platform.CommandLine;
using Microsoft.Testing.Platform.Extensions;
using Microsoft.Testing.Platform.Extensions.CommandLine;
using Xoap.Images.TestReports;

namespace Xoap.Images.TestHost;

/// <summary>The options that the host adds to those of the platform.</summary>
internal sealed class HostOptions : HostExtension, ICommandLineOptionsProvider
{
    public const string Tests = "image-tests";
    public const string Filter = "filter";

    /// <summary>Of the platform's own.</summary>
    public const string TreeFilter = "treenode-filter";

    public const string Trx = "report-trx";
    public const string TrxFile = "report-trx-filename";
    public const string JUnit = "report-junit";
    public const string JUnitFile = "report-junit-filename";

    public IReadOnlyCollection<CommandLineOption> GetCommandLineOptions() =>
    [
        new(Tests, "The tests.json of the project.", ArgumentArity.ExactlyOne, isHidden: true),
        new(Filter, "Which tests run, for example 'FullyQualifiedName~nginx&TestCategory!=slow'.", ArgumentArity.ExactlyOne, isHidden: false),
        new(Trx, "Write a TRX report.", ArgumentArity.Zero, isHidden: false),
        new(TrxFile, "The name of the TRX report.", ArgumentArity.ExactlyOne, isHidden: false),
        new(JUnit, "Write a JUnit report.", ArgumentArity.Zero, isHidden: false),
        new(JUnitFile, "The name of the JUnit report.", ArgumentArity.ExactlyOne, isHidden: false),
    ];

    public Task<ValidationResult> ValidateOptionArgumentsAsync(CommandLineOption commandOption, string[] arguments) =>
        commandOption.Name == Filter && !TestFilter.TryParse(arguments[0], out _, out var problem)
            ? ValidationResult.InvalidTask(problem)
            : ValidationResult.ValidTask;

    public Task<ValidationResult> ValidateCommandLineOptionsAsync(ICommandLineOptions commandLineOptions) =>
        commandLineOptions.IsOptionSet(TrxFile) && !commandLineOptions.IsOptionSet(Trx)
            ? ValidationResult.InvalidTask($"--{TrxFile} has no effect without --{Trx}.")
            : commandLineOptions.IsOptionSet(JUnitFile) && !commandLineOptions.IsOptionSet(JUnit)
            ? ValidationResult.InvalidTask($"--{JUnitFile} has no effect without --{JUnit}.")
            : ValidationResult.ValidTask;
}
