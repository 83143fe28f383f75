using Xoap.Images.Rendering.Hcl;

namespace Xoap.Images.Rendering.Provisioners;

/// <summary>Deprovisions a Linux guest of Azure: its agent removes what belongs to this machine, and the user that Packer logs in as.</summary>
internal static class SealAzureLinux
{
    private const string Script =
        GuestScript.Start
        + """
          PATH="$PATH:/usr/sbin:/sbin"
          export PATH HISTSIZE=0
          if ! command -v waagent > /dev/null; then
              echo 'The Azure Linux agent (waagent) is not installed. Install it, or name a script of your own in ImageSeal.' >&2
              exit 10
          fi
          waagent -force -deprovision+user
          sync

          """;

    /// <summary>The user is gone afterwards, and with it the right to clean up.</summary>
    public static void Render(StepBlocks blocks) => blocks.Main("shell",
    [
        new HclEntry("script", blocks.Script("", Script)),
        new HclEntry("skip_clean", HclValue.Of(true)),
        .. GuestCommand.Attributes(blocks, new StepEnvironment("", [], []), "root"),
    ]);
}
