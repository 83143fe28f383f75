using Xoap.Images.Model;

namespace Xoap.Images.Tests.Infra;

internal static class SshGuestSettings
{
    extension(SshGuest guest)
    {
        /// <summary>The null builder's settings that reach it.</summary>
        internal Setting[] Settings =>
        [
            A.Text("ssh_host", "127.0.0.1"),
            A.Text("ssh_port", "") with { Value = new SettingValue.Number(guest.Port.ToString()) },
            A.Text("ssh_username", Environment.UserName),
            A.Text("ssh_private_key_file", guest.Key),
        ];
    }
}
