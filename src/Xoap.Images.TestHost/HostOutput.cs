using Microsoft.Testing.Platform.Extensions.OutputDevice;
using Microsoft.Testing.Platform.OutputDevice;
using Microsoft.Testing.Platform.Services;
using Xoap.Images.Diagnostics;

namespace Xoap.Images.TestHost;

/// <summary>
/// What the host says besides results. Where dotnet test listens, the platform passes on none of it, but dotnet test shows what a host that
/// failed has written.
/// </summary>
internal sealed class HostOutput(IServiceProvider services, IOutputDeviceDataProducer producer)
{
    private readonly bool _piped = services.GetCommandLineOptions().TryGetOptionArgumentList("server", out var server) && server is ["dotnettestcli"];

    public Task SayAsync(string words) => _piped ? Console.Out.WriteLineAsync(words) : ShowAsync(new TextOutputDeviceData(words));

    public Task TellAsync(string words, Severity severity) => _piped ? Console.Error.WriteLineAsync(words)
        : ShowAsync(severity == Severity.Error ? new ErrorMessageOutputDeviceData(words) : new WarningMessageOutputDeviceData(words));

    private Task ShowAsync(IOutputDeviceData data) => services.GetOutputDevice().DisplayAsync(producer, data, CancellationToken.None);
}
