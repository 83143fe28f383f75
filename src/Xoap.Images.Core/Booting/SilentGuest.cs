using Xoap.Images.Model;
using Xoap.Images.Schemas;

namespace Xoap.Images.Booting;

/// <summary>
/// A guest whose network dies closes no connection: Packer would wait for its words until the tests' time is over. It asks the guest
/// every few seconds whether it is still there, and without an answer for this long the guest is lost.
/// </summary>
internal static class SilentGuest
{
    private const string Limit = "ssh_read_write_timeout";
    private const string Question = "ssh_keep_alive_interval";

    /// <summary>Long enough for one that is busy, suspended for a moment, or moved to another host.</summary>
    private const string Patience = "5m";

    public static Component IsLost(Component component, BootDraft draft) =>
        SpeaksSsh(component) && component.Find(Limit) is null && component.Find(Question) is null
            ? component.With(Limit, Patience, draft)
            : component;

    private static bool SpeaksSsh(Component component) => component.Text(PlatformDefault.Communicator) is { } communicator
        ? communicator == "ssh"
        : component.Name != "docker" && !component.Settings.Any(setting => setting.Name.StartsWith("winrm_", StringComparison.Ordinal));
}
