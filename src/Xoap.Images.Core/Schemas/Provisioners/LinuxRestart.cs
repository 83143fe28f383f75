using Xoap.Images.Model;

namespace Xoap.Images.Schemas.Provisioners;

/// <summary>Restarts the guest and waits until it can be reached again.</summary>
internal static class LinuxRestart
{
    private const string NotNeeded = "leave it out: the type restarts the guest and waits for it";

    public static ProvisionerType Type { get; } = new(
        "LinuxRestart",
        "shell",
        Platform.Linux,
        [
            new("RestartTimeout", SettingType.Text)
            {
                Format = SettingFormat.Duration, Plain = true, Impact = Impact.Effort, Default = "10m",
            },
        ],
        ShellSettings.Managed(
            new("inline", NotNeeded),
            new("inline_shebang", NotNeeded),
            new("script", NotNeeded),
            new("scripts", NotNeeded),
            new("binary", NotNeeded),
            new("expect_disconnect", NotNeeded),
            new("pause_after", NotNeeded),
            new("start_retry_timeout", "write RestartTimeout"),
            new("valid_exit_codes", NotNeeded)));
}
