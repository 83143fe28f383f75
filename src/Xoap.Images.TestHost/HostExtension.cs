using Microsoft.Testing.Platform.Capabilities.TestFramework;
using Microsoft.Testing.Platform.Extensions;
using Xoap.Images.Running;

namespace Xoap.Images.TestHost;

/// <summary>How the host names itself to the platform.</summary>
internal class HostExtension : IExtension
{
    public string Uid => "Xoap.Images";

    public string Version => SdkVersion.Text;

    public string DisplayName => "Xoap.Images";

    public string Description => "Tests that run in machines started from built images.";

    public Task<bool> IsEnabledAsync() => Task.FromResult(true);
}

internal sealed class HostCapabilities : ITestFrameworkCapabilities
{
    public IReadOnlyCollection<ITestFrameworkCapability> Capabilities => [];
}
