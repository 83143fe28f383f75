namespace Xoap.Images.Rendering.Provisioners;

/// <summary>Takes back the registration with DSC pull servers.</summary>
internal static class DscUnregistration
{
    public static void Render(StepBlocks blocks) =>
        DscScripts.Run(blocks, "", "UnregisterDsc.ps1", "", WindowsEnvironment.None, mayDisconnect: false);
}
