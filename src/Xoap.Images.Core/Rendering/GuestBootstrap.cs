using Xoap.Images.Model;
using Xoap.Images.Schemas;

namespace Xoap.Images.Rendering;

/// <summary>
/// What a Windows guest of EC2 runs at its first start so that Packer can reach it: its images answer WinRM without TLS only, and
/// their firewall lets nobody in. Azure's builder brings its own certificate, and Google's images make theirs at the first start.
/// </summary>
internal static class GuestBootstrap
{
    private const string Script = "WinRmOverTls.ps1";
    private const string File = "bootstrap/user-data.txt";

    public static void Write(TemplateDraft draft)
    {
        var variant = draft.Plan.Variant;
        if (variant.Provider == Providers.Aws
            && variant.OperatingSystem?.Platform == Platform.Windows
            && variant.Component.Find(PlatformDefault.Communicator) is { Value: SettingValue.Text { Value: PlatformDefault.WinRm } }
            && variant.Component.Find("user_data") is null
            && variant.Component.Find("user_data_file") is null)
        {
            var text = $"<powershell>\n{ShippedScript.Text(Script)}</powershell>\n";
            draft.Template.Attribute("user_data_file", draft.Add(RenderedFile.Of(File, text)));
        }
    }
}
