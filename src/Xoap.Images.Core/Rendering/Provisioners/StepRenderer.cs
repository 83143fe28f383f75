using Xoap.Images.Planning;

namespace Xoap.Images.Rendering.Provisioners;

/// <summary>Which renderer writes a provisioner type.</summary>
internal static class StepRenderer
{
    public static void Render(StepBlocks blocks)
    {
        switch (blocks.Step.Provisioner.Type)
        {
            case nameof(LinuxShellCommand):
                LinuxShellCommand.Render(blocks);
                break;
            case nameof(LinuxShellScript):
                LinuxShellScript.Render(blocks);
                break;
            case nameof(LinuxRestart):
                LinuxRestart.Render(blocks);
                break;
            case nameof(PowerShellCommand):
                PowerShellCommand.Render(blocks);
                break;
            case nameof(PowerShellScript):
                PowerShellScript.Render(blocks);
                break;
            case nameof(WindowsRestart):
                WindowsRestart.Render(blocks);
                break;
            case nameof(WindowsUpdate):
                WindowsUpdate.Render(blocks);
                break;
            case nameof(LocalCommand):
                LocalCommand.Render(blocks);
                break;
            case "File":
                FileTransfer.Render(blocks);
                break;
            case "ApplicationGroupInstaller" or "ApplicationRoleInstaller":
                ApplicationInstaller.Render(blocks);
                break;
            case nameof(DscLocalConfiguration):
                DscLocalConfiguration.Render(blocks);
                break;
            case nameof(DscPullserverConfiguration):
                DscPullserverConfiguration.Render(blocks);
                break;
            case nameof(DscUnregistration):
                DscUnregistration.Render(blocks);
                break;
            case SealStep.Windows:
                SealWindows.Render(blocks);
                break;
            case SealStep.AzureLinux:
                SealAzureLinux.Render(blocks);
                break;
            case TestSteps.Type:
                ImageTests.Render(blocks);
                break;
            default:
                RawComponent.Render(blocks);
                break;
        }
    }
}
