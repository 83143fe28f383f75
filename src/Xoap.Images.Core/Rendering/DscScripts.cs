using System.Collections.Immutable;
using System.Globalization;
using Xoap.Images.Model;
using Xoap.Images.Rendering.Hcl;

namespace Xoap.Images.Rendering;

/// <summary>The scripts of a DSC step, one block each: start, then restart and continue as often as the step allows, then test.</summary>
internal static class DscScripts
{
    private const int DefaultRestarts = 2;

    /// <summary>Packer's codes for a connection that broke: a configuration from a server may let Windows restart by itself.</summary>
    private static readonly ImmutableArray<HclValue> Disconnections =
        [new HclValue.Symbol("0"), new HclValue.Symbol("16001"), new HclValue.Symbol("2300218")];

    /// <summary>What follows the script that starts a configuration.</summary>
    /// <param name="mayDisconnect">The Local Configuration Manager is not ours alone.</param>
    public static void Finish(StepBlocks blocks, GuestFolder folder, bool mayDisconnect)
    {
        var mark = " -RestartMark " + PowerShellText.Quote(folder.RestartMark);
        var restarts = blocks.Step.Provisioner.Find("Restarts") is { Value: SettingValue.Number number }
            ? int.Parse(number.Value, CultureInfo.InvariantCulture)
            : DefaultRestarts;
        for (var restart = 1; restart <= restarts; restart++)
        {
            RestartIfNeeded.Write(blocks, folder.RestartMark);
            var suffix = string.Create(CultureInfo.InvariantCulture, $"-continue-{restart}");
            Run(blocks, suffix, "ContinueDsc.ps1", mark, WindowsEnvironment.None, mayDisconnect);
        }

        Run(blocks, "-test", "TestDsc.ps1", " -Folder " + PowerShellText.Quote(folder.Path), WindowsEnvironment.None, mayDisconnect: false);
    }

    /// <param name="arguments">With a space in front, as they stand behind a command.</param>
    public static void Run(
        StepBlocks blocks, string suffix, string script, string arguments, WindowsEnvironment environment, bool mayDisconnect)
    {
        var text = WindowsScript.Carrier(environment, blocks.Step.Provisioner, script, ShippedScript.Text(script), arguments);
        var attributes = ImmutableArray.CreateBuilder<HclEntry>();
        attributes.Add(new HclEntry("script", blocks.WindowsScript(suffix, text)));
        attributes.AddRange(WindowsCommand.AsSystem(blocks, environment));
        if (mayDisconnect)
        {
            attributes.Add(new HclEntry("valid_exit_codes", new HclValue.List(Disconnections)));
        }

        blocks.Main("powershell", attributes.ToImmutable());
    }
}
