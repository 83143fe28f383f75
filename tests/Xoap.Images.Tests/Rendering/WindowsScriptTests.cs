using Xoap.Images.Diagnostics;
using Xoap.Images.Rendering;
using Xoap.Images.Tests.Infra;

namespace Xoap.Images.Tests.Rendering;

public sealed class WindowsScriptTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Fact]
    public void The_script_starts_with_a_byte_order_mark() =>
        Assert.StartsWith("\uFEFF$ErrorActionPreference = 'Stop'\n", Command("Command=true"), StringComparison.Ordinal);

    [Fact]
    public void A_failure_never_has_an_exit_code_that_is_valid()
    {
        Assert.Contains("    exit 1\n", Command("Command=true"), StringComparison.Ordinal);
        Assert.Contains("    exit 1\n", Command("Command=true", "ValidExitCodes=0;3010"), StringComparison.Ordinal);
        Assert.Contains("    exit 3\n", Command("Command=true", "ValidExitCodes=0;2;1"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_secret_stands_nowhere_and_arrives_whatever_is_in_it()
    {
        var image = Render(("x", "PowerShellCommand", ["Command=x", "EnvironmentVariables=PIN=env:PIN_CODE"]));
        Assert.Contains("environment_vars = [\"PIN=${base64encode(var.env_pin_code)}\"]", image.Files[0].Text, StringComparison.Ordinal);
        Assert.Contains(
            "    $env:PIN = [Text.Encoding]::UTF8.GetString([Convert]::FromBase64String($env:PIN))\n",
            image.Files[1].Text,
            StringComparison.Ordinal);
        Assert.Equal("PIN_CODE", Assert.Single(image.Secrets, secret => secret.Name == "env_pin_code").Reference.Name);
    }

    [Fact]
    public void A_name_that_no_variable_can_have_is_a_diagnostic() =>
        Assert.Equal("XIMG3012", Assert.Single(Problems(("x", "PowerShellCommand", ["Command=x", "EnvironmentVariables=A-B=1"]))).Code);

    [Fact]
    public void A_script_in_a_code_page_is_a_diagnostic()
    {
        var path = _folder["old.ps1"];
        File.WriteAllBytes(path, [(byte)'#', 0xe4]);
        Read.IsProblem(
            Problems(("x", "PowerShellScript", ["Script=" + path])),
            "XIMG3040",
            "Provisioner.x.Script",
            $"'{path}' is neither UTF-8 nor UTF-16 text, so that its characters are not known. Save it as UTF-8.");
    }

    [Fact]
    public void A_script_keeps_its_line_ends_and_loses_its_byte_order_mark()
    {
        var path = _folder["dos.ps1"];
        File.WriteAllBytes(path, [0xef, 0xbb, 0xbf, .. "'a'\r\n\u2019\r\n"u8]);
        Assert.Contains(
            "WriteAllText($xoapScript, '''a''\r\n\u2019\u2019\r\n', [Text.Encoding]::UTF8)",
            Render(("x", "PowerShellScript", ["Script=" + path])).Files[1].Text,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Characters_that_a_script_file_might_lose_go_as_bytes()
    {
        var path = _folder["a:b.ps1"];
        File.WriteAllText(path, "'\u0001'");
        var text = Render(("x", "PowerShellScript", ["Script=" + path])).Files[1].Text!;
        Assert.Contains(
            "WriteAllText($xoapScript, [Text.Encoding]::UTF8.GetString([Convert]::FromBase64String('JwEn')), [Text.Encoding]::UTF8)",
            text,
            StringComparison.Ordinal);
        Assert.Contains("Join-Path $xoapFolder 'script.ps1'", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("UsePwsh=true", "use_pwsh", "1.8.4")]
    [InlineData("PauseAfter=5s", "pause_after", "1.8.2")]
    public void A_setting_that_the_old_Packer_lacks_is_a_diagnostic(string setting, string attribute, string release) => Read.IsProblem(
        Problems(("x", "PowerShellCommand", ["Command=x", setting])),
        "XIMG3001",
        "Provisioner.x." + setting[..setting.IndexOf('=', StringComparison.Ordinal)],
        $"'{attribute}' of powershell is not known to Packer 1.6.6. It came with Packer {release}. Install a newer Packer, or remove the setting.");

    [Fact]
    public void The_plugin_by_its_own_name_needs_a_Packer_that_installs_plugins() =>
        Assert.Equal("XIMG3002", Assert.Single(Problems(("x", "windows-update", []))).Code);

    [Theory]
    [InlineData("PowerShellCommand")]
    [InlineData("PowerShellScript")]
    public void A_step_without_work_is_a_diagnostic(string type)
    {
        var diagnostics = new DiagnosticBag();
        RenderedFolder.Render(RenderedFolder.Plan(A.Null(), A.Provisioner("x", type, "powershell")), RenderedFolder.Legacy, diagnostics);
        Assert.Equal("XIMG3014", Assert.Single(diagnostics).Code);
    }

    public void Dispose() => _folder.Dispose();

    private static string Command(params string[] metadata) => Render(("x", "PowerShellCommand", metadata)).Files[1].Text!;

    private static RenderedImage Render(params (string Name, string Type, string[] Metadata)[] provisioners)
    {
        var diagnostics = new DiagnosticBag();
        var image = WindowsImage.Render(WindowsImage.Project(provisioners), RenderedFolder.Legacy, diagnostics);
        Assert.Empty(diagnostics);
        return image;
    }

    private static Diagnostic[] Problems(params (string Name, string Type, string[] Metadata)[] provisioners)
    {
        var diagnostics = new DiagnosticBag();
        WindowsImage.Render(WindowsImage.Project(provisioners), RenderedFolder.Legacy, diagnostics);
        return [.. diagnostics];
    }
}
