using System.Collections.Immutable;
using Xoap.Images.Model;
using Xoap.Images.Rendering.Hcl;

namespace Xoap.Images.Rendering;

/// <summary>How a script is started in a Linux guest: as whom, and with which secrets.</summary>
internal static class GuestCommand
{
    private const string PackerNames =
        "PACKER_BUILD_NAME,PACKER_BUILDER_TYPE,PACKER_HTTP_ADDR,PACKER_HTTP_IP,PACKER_HTTP_PORT";

    /// <summary>The shell provisioner's attributes beside its script.</summary>
    public static ImmutableArray<HclEntry> Attributes(StepBlocks blocks, StepEnvironment environment, string? user)
    {
        var attributes = ImmutableArray.CreateBuilder<HclEntry>();

        // Without it Packer rewrites line ends, and silently cuts a script off at a line of 64 KB.
        attributes.Add(new HclEntry("binary", HclValue.Of(true)));
        var provisioner = blocks.Step.Provisioner;
        var command = provisioner.Component.Find("execute_command");
        var secrets = !environment.Handed.IsEmpty;
        if (secrets)
        {
            attributes.Add(new HclEntry("environment_vars", new HclValue.List(environment.Handed)));
        }

        if (command is null && secrets)
        {
            attributes.Add(new HclEntry("use_env_var_file", HclValue.Of(true)));
        }

        if (command is null && (secrets || user is not null))
        {
            attributes.Add(new HclEntry("execute_command", HclValue.Of(Line(environment.Names, user))));
        }

        return attributes.ToImmutable();
    }

    /// <summary>The user to run as, or null for the one that Packer logs in as.</summary>
    public static string? User(StepBlocks blocks)
    {
        var provisioner = blocks.Step.Provisioner;
        if (provisioner.Find("RunAs") is not { Value: SettingValue.Text { Value.Length: > 0 } user } setting)
        {
            return null;
        }

        if (provisioner.Component.Find("execute_command") is not null)
        {
            blocks.Draft.Diagnostics.Add(RenderingDiagnostics.RunAsAndExecuteCommand(setting.Origin, provisioner.Name));
        }
        else if (!IsUserName(user.Value))
        {
            blocks.Draft.Diagnostics.Add(RenderingDiagnostics.RunAsIsNoUserName(setting.Origin, user.Value));
        }

        return user.Value;
    }

    /// <summary>
    /// Secrets come in a file that is gone before the script starts: a command line would show them to every process.
    /// A guest may lack sudo when Packer logs in as root, so root itself changes over with su.
    /// </summary>
    private static string Line(ImmutableArray<string> secrets, string? user)
    {
        var variables = secrets.IsEmpty ? "export {{ .Vars }}&& " : ". {{ .EnvVarFile }} && rm -f {{ .EnvVarFile }} && ";
        if (user is null)
        {
            return variables + "{{ .Path }}";
        }

        var sudo = secrets.IsEmpty
            ? $"sudo -n -H -u '{user}' env {{{{ .Vars }}}}{{{{ .Path }}}}"
            : $"sudo -n -H --preserve-env={PackerNames},{string.Join(',', secrets)} -u '{user}' {{{{ .Path }}}}";
        return variables
            + $"if [ \"$(id -un)\" = '{user}' ]; then {{{{ .Path }}}}; "
            + $"elif [ \"$(id -u)\" = 0 ]; then su -s /bin/sh -c {{{{ .Path }}}} '{user}'; "
            + $"else {sudo}; fi";
    }

    public static bool IsUserName(string user)
    {
        foreach (var character in user)
        {
            if (!char.IsLetterOrDigit(character) && !"._-@\\$".Contains(character, StringComparison.Ordinal))
            {
                return false;
            }
        }

        return user[0] != '-';
    }
}
