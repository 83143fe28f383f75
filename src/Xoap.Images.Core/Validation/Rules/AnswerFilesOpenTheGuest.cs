using System.Text.RegularExpressions;
using Xoap.Images.Diagnostics;
using Xoap.Images.Model;
using Xoap.Images.Schemas;
using Xoap.Images.Validation.AnswerFiles;

namespace Xoap.Images.Validation.Rules;

/// <summary>After the installation somebody answers where the builder knocks: WinRM, or an SSH server that lets its user in.</summary>
internal static class AnswerFilesOpenTheGuest
{
    public static void Check(AnswerFile answers, DiagnosticBag diagnostics)
    {
        if (answers.Communicator == "winrm")
        {
            if (!answers.Mentions("winrm", "wsman", "PSRemoting", $"{TemplateText.Unknown}"))
            {
                diagnostics.Add(AnswerFileDiagnostics.WinRmIsNotOpened(Commands(answers)));
            }
        }
        else if (answers.Communicator == "ssh" && answers.Format == AnswerFileFormat.Windows)
        {
            if (!answers.Mentions("sshd", "OpenSSH", $"{TemplateText.Unknown}"))
            {
                diagnostics.Add(AnswerFileDiagnostics.SshIsNotOpened(
                    Commands(answers),
                    "Add the capability OpenSSH.Server and start sshd in FirstLogonCommands, or use WinRM (Communicator=\"winrm\")."));
            }
        }
        else if (answers.Communicator == "ssh")
        {
            CheckSsh(answers, diagnostics);
        }
    }

    private static void CheckSsh(AnswerFile answers, DiagnosticBag diagnostics)
    {
        var start = answers.Place(1, 1);

        // Anaconda and cloud images bring a server along; Debian's installer does when it is told to.
        if (answers.Format == AnswerFileFormat.Preseed && !answers.Mentions("openssh-server", "ssh-server"))
        {
            diagnostics.Add(AnswerFileDiagnostics.SshIsNotOpened(start, "Write 'd-i pkgsel/include string openssh-server'."));
        }

        if (answers.Setting("ssh_username") is not { } user)
        {
            return;
        }

        if (user == "root")
        {
            CheckRoot(answers, start, diagnostics);
        }
        else if (!HasUser(answers, user))
        {
            diagnostics.Add(AnswerFileDiagnostics.UserIsNotMade(start, user));
        }
    }

    private static void CheckRoot(AnswerFile answers, Origin start, DiagnosticBag diagnostics)
    {
        var (words, how) = answers.Format == AnswerFileFormat.CloudInit
            ? (new[] { "disable_root: false", "disable_root: 0", "disable_root: no", "PermitRootLogin" }, "Write 'disable_root: false'.")
            : answers.Format == AnswerFileFormat.Kickstart
                ? (["--allow-ssh", "sshkey", "PermitRootLogin", "authorized_keys"], "Write 'rootpw --allow-ssh …' or 'sshkey --username=root …'.")
                : (["PermitRootLogin", "authorized_keys"],
                    "Write PermitRootLogin into sshd_config, or a key into /root/.ssh/authorized_keys, at the end of the installation.");
        if (!answers.Mentions(words))
        {
            diagnostics.Add(AnswerFileDiagnostics.RootMayNotLogIn(start, how));
        }
    }

    /// <summary>Without a list of users cloud-init makes the one of the image, and a value of a template may be anybody.</summary>
    private static bool HasUser(AnswerFile answers, string user) =>
        (answers.Format == AnswerFileFormat.CloudInit && !answers.Mentions("users:", "identity:"))
        || answers.Text.Contains(TemplateText.Unknown, StringComparison.Ordinal)
        || answers.Source.Setup.Append(answers.Text).Any(text => Regex.IsMatch(text, $@"(?<![\w-]){Regex.Escape(user)}(?![\w-])"));

    /// <summary>Where Windows runs commands after the installation, or the file.</summary>
    private static Origin Commands(AnswerFile answers) =>
        answers.Elements("FirstLogonCommands").FirstOrDefault() is { } commands ? answers.Place(commands) : answers.Place(1, 1);
}
