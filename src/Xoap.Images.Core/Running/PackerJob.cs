using System.Collections.Immutable;

namespace Xoap.Images.Running;

/// <summary>What Packer does with a rendered folder: it installs plugins where it does that itself, then it builds.</summary>
/// <param name="TemporaryFolder">A folder of this run alone: Packer's working directory.</param>
/// <param name="Environment">All of Packer's environment.</param>
/// <param name="Stop">How it is brought to an end before its time.</param>
internal sealed record PackerJob(
    string PackerPath,
    string PackerVersion,
    string RenderedFolder,
    string TemporaryFolder,
    ImmutableDictionary<string, string> Environment,
    PackerStop Stop,
    TimeProvider Time)
{
    private static readonly Version KnowsInit = new(1, 7);

    /// <summary>What else <c>packer build</c> gets.</summary>
    public ImmutableArray<string> Options { get; init; } = [];

    /// <param name="started">Gets the process group of each call.</param>
    /// <exception cref="System.ComponentModel.Win32Exception">Packer cannot be started.</exception>
    public async Task<PackerEnd> RunAsync(RunOutput output, Action<int> started, CancellationToken cancellationToken)
    {
        if (Version.TryParse(PackerVersion, out var packer) && packer >= KnowsInit)
        {
            var init = await CallAsync(["init", RenderedFolder], output, started, cancellationToken);
            if (init.Code != 0 || init.Interrupted)
            {
                return new PackerEnd(init, InInit: true);
            }
        }

        var build = await CallAsync(["build", "-color=false", "-timestamp-ui", .. Options, RenderedFolder], output, started, cancellationToken);
        return new PackerEnd(build, InInit: false);
    }

    private async Task<PackerExit> CallAsync(
        ImmutableArray<string> arguments, RunOutput output, Action<int> started, CancellationToken cancellationToken)
    {
        var command = new PackerCommand(PackerPath, arguments, TemporaryFolder, Environment);
        using var packer = await PackerProcess.StartAsync(command, Time);
        started(packer.Group.Id);
        var exit = await packer.EndAsync(output.Output, output.Errors, Stop, cancellationToken);
        output.End();
        return exit;
    }
}

/// <summary>How a job ended.</summary>
/// <param name="InInit">Packer did not get as far as building.</param>
internal sealed record PackerEnd(PackerExit Exit, bool InInit);
