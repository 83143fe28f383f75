using System.Globalization;
using System.Text;
using Xoap.Images.Model;
using Xoap.Images.Planning;

namespace Xoap.Images.Rendering;

/// <summary>
/// Scripts of ours that run in a Windows guest, in Windows PowerShell 5.1 or newer. Packer takes a script that does not parse, and one
/// whose commands fail, for a success. So the user's text is data here, run where every failure is caught, and what it exits with is
/// the step's exit code, as is that of the last program it ran.
/// </summary>
internal static class WindowsScript
{
    /// <summary>Without it Windows PowerShell reads a file in the code page of the guest.</summary>
    private const string ByteOrderMark = "\uFEFF";

    /// <summary>What no name of a file on Windows may hold.</summary>
    private const string Reserved = "<>:\"/\\|?*";

    private const string Start =
        ByteOrderMark
        + "$ErrorActionPreference = 'Stop'\n"
        + "$global:ProgressPreference = 'SilentlyContinue'\n"
        + "$global:LASTEXITCODE = 0\n"
        + "try {\n";

    /// <summary>A script of these statements; one that fails ends it.</summary>
    /// <param name="statements">Lines of <see cref="AppendLine"/>.</param>
    public static string Of(WindowsEnvironment environment, Provisioner provisioner, string statements, string finallyStatements = "")
    {
        var script = new StringBuilder(Start).Append(environment.Lines);
        if (provisioner.Find("WorkingDirectory") is { Value: SettingValue.Text { Value.Length: > 0 } directory })
        {
            AppendLine(script, "Set-Location -LiteralPath " + PowerShellText.Quote(directory.Value));
        }

        script.Append(statements).Append("} catch {\n");
        AppendLine(script, "[Console]::Error.WriteLine(($_ | Out-String))");
        AppendLine(script, "exit " + FailureCode(provisioner));
        script.Append(finallyStatements.Length == 0 ? "}\n" : "} finally {\n" + finallyStatements + "}\n");
        return script.Append("exit $global:LASTEXITCODE\n").ToString();
    }

    /// <summary>A script that runs these commands.</summary>
    public static string Command(WindowsEnvironment environment, Provisioner provisioner, string command)
    {
        var statements = new StringBuilder();
        AppendLine(statements, $"& ([ScriptBlock]::Create({PowerShellText.Quote(command)}))");
        return Of(environment, provisioner, statements.ToString());
    }

    /// <summary>A script that carries another one and runs it as a file of its own, so that parameters, $PSScriptRoot and exit work.</summary>
    /// <param name="arguments">As <see cref="PowerShellText.Arguments"/> writes them.</param>
    public static string Carrier(
        WindowsEnvironment environment, Provisioner provisioner, string name, string content, string arguments)
    {
        const string Remove = "if ($xoapFolder) { Remove-Item -LiteralPath $xoapFolder -Recurse -Force -ErrorAction SilentlyContinue }";
        var statements = new StringBuilder();
        AppendLine(statements, "$xoapFolder = Join-Path ([IO.Path]::GetTempPath()) ('step-' + [Guid]::NewGuid().ToString('N'))");
        AppendLine(statements, "[void](New-Item -ItemType Directory -Path $xoapFolder)");
        AppendLine(statements, "$xoapScript = Join-Path $xoapFolder " + PowerShellText.Quote(FileName(name)));
        AppendLine(statements, $"[IO.File]::WriteAllText($xoapScript, {Literal(content)}, [Text.Encoding]::UTF8)");
        AppendLine(statements, "& $xoapScript" + arguments);
        var last = new StringBuilder();
        AppendLine(last, Remove);
        return Of(environment, provisioner, statements.ToString(), last.ToString());
    }

    /// <summary>A script that runs one of the SDK's own.</summary>
    /// <param name="arguments">A list of PowerShell: <c>-Name 'value'</c>.</param>
    public static string Shipped(Provisioner provisioner, string name, string arguments) =>
        Carrier(WindowsEnvironment.None, provisioner, name, ShippedScript.Text(name), " " + arguments);

    public static void AppendLine(StringBuilder script, string statement) => script.Append("    ").Append(statement).Append('\n');

    private static string FileName(string name) =>
        name.Any(character => char.IsControl(character) || Reserved.Contains(character, StringComparison.Ordinal)) ? "script.ps1" : name;

    /// <summary>Text in which a character might be changed on its way goes as bytes.</summary>
    private static string Literal(string content) =>
        content.Any(character => char.IsControl(character) && character is not ('\n' or '\r' or '\t' or '\f'))
            ? $"[Text.Encoding]::UTF8.GetString([Convert]::FromBase64String('{Convert.ToBase64String(Encoding.UTF8.GetBytes(content))}'))"
            : PowerShellText.Quote(content);

    /// <summary>1, unless the step says that it is valid.</summary>
    private static string FailureCode(Provisioner provisioner)
    {
        var valid = provisioner.Component.Find("valid_exit_codes")?.Value is SettingValue.List list
            ? list.Values.Select(SettingText.Of).ToArray()
            : [];
        var code = 1;
        while (valid.Contains(code.ToString(CultureInfo.InvariantCulture)))
        {
            code++;
        }

        return code.ToString(CultureInfo.InvariantCulture);
    }
}
