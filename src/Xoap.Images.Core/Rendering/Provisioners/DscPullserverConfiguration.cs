using System.Text;
using Xoap.Images.Planning;
using Type = Xoap.Images.Schemas.Provisioners.DscPullserverConfiguration;

namespace Xoap.Images.Rendering.Provisioners;

/// <summary>The configuration that a pull server has: registered, pulled and applied with restarts of ours.</summary>
internal static class DscPullserverConfiguration
{
    private const string KeyVariable = "DSC_REGISTRATION_KEY";

    public static void Render(StepBlocks blocks)
    {
        var folder = new GuestFolder(blocks);
        var arguments = new StringBuilder();
        foreach (var name in (string[])[Type.WorkspaceId, Type.GroupName, Type.ServerUrl])
        {
            if (blocks.Step.Provisioner.Find(name) is { } setting)
            {
                Append(name, PowerShellText.Quote(SettingText.Of(setting.Value)));
            }
        }

        if (blocks.Step.Provisioner.Find(Type.ConfigurationNames) is { } names)
        {
            Append(Type.ConfigurationNames, PowerShellText.Array(SettingText.Texts(names.Value)));
        }

        Append("RestartMark", PowerShellText.Quote(folder.RestartMark));
        DscScripts.Run(blocks, "", "RegisterDsc.ps1", arguments.ToString(), Key(blocks), mayDisconnect: true);
        DscScripts.Finish(blocks, folder, mayDisconnect: true);

        void Append(string parameter, string value) => arguments.Append(" -").Append(parameter).Append(' ').Append(value);
    }

    private static WindowsEnvironment Key(StepBlocks blocks) =>
        blocks.Step.Provisioner.Find(Type.RegistrationKey) is { } key
            ? WindowsEnvironment.Of(blocks, [(KeyVariable, key.Value, key.Origin)])
            : WindowsEnvironment.None;
}
