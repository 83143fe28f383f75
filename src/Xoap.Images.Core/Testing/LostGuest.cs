namespace Xoap.Images.Testing;

/// <summary>What Packer says of a guest that was there and then was not.</summary>
internal static class LostGuest
{
    /// <summary>
    /// The shell provisioner's words, and the numbers that stand for an exit code which never came, over SSH and over WinRM.
    /// Its advice is for steps that restart the guest.
    /// </summary>
    private static readonly string[] Signs = ["Script disconnected unexpectedly", "exit status: 2300218", "exit status: 16001"];

    /// <param name="reason">Packer's reason for the end of the run.</param>
    public static bool Is(string reason) => Signs.Any(sign => reason.Contains(sign, StringComparison.Ordinal));
}
