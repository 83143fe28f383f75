using Xoap.Images.Model;

namespace Xoap.Images.Schemas.Provisioners;

/// <summary>Restarts a Windows guest and waits until it is another boot.</summary>
internal static class WindowsRestart
{
    public static ProvisionerType Type { get; } = new("WindowsRestart", "windows-restart", Platform.Windows, [], []);
}
