using System.Text;
using Xoap.Images.Model;

namespace Xoap.Images.Rendering;

/// <summary>Scripts of ours that run in a Linux guest.</summary>
internal static class GuestScript
{
    private const int Base64Columns = 76;

    /// <summary>How every script of ours begins.</summary>
    public const string Start = "#!/bin/sh\nset -e\n";

    /// <summary>Everything before the user's own text.</summary>
    public static string Header(StepEnvironment environment, Provisioner provisioner) =>
        Start + environment.Exports + ChangeDirectory(provisioner);

    public static string ChangeDirectory(Provisioner provisioner) =>
        provisioner.Find("WorkingDirectory") is { Value: SettingValue.Text { Value.Length: > 0 } directory }
            ? "cd -- " + ShellText.Quote(directory.Value) + "\n"
            : "";

    /// <summary>
    /// A script that carries the user's one and runs it with arguments, under its own shebang. It is unpacked beside this
    /// one, where Packer was told that scripts may be run.
    /// </summary>
    public static string Carrier(string header, string name, string content, string arguments)
    {
        var file = "\"$carrier\"/" + ShellText.Quote(name);
        var script = new StringBuilder(header);
        script.Append("carrier=$(mktemp -d \"${0%/*}/step.XXXXXXXX\")\n");
        script.Append("trap 'rm -rf \"$carrier\"' EXIT\ntrap 'exit 1' HUP INT TERM\n");
        if (IsClean(content))
        {
            var delimiter = Delimiter(content);
            script.Append("cat > ").Append(file).Append(" <<'").Append(delimiter).Append("'\n").Append(content);
            script.Append(content.EndsWith('\n') ? "" : "\n").Append(delimiter).Append('\n');
        }
        else
        {
            script.Append("base64 -d > ").Append(file).Append(" <<'END'\n");
            AppendBase64(script, content);
            script.Append("END\n");
        }

        return script.Append("chmod 700 ").Append(file).Append('\n')
            .Append(file).Append(arguments).Append('\n').ToString();
    }

    private static bool IsClean(string content)
    {
        foreach (var character in content)
        {
            if (char.IsControl(character) && character is not ('\n' or '\t' or '\f' or '\e'))
            {
                return false;
            }
        }

        return true;
    }

    private static string Delimiter(string content)
    {
        var delimiter = "END_OF_SCRIPT";
        while (content.Contains(delimiter, StringComparison.Ordinal))
        {
            delimiter += "_";
        }

        return delimiter;
    }

    private static void AppendBase64(StringBuilder script, string content)
    {
        var code = Convert.ToBase64String(Encoding.UTF8.GetBytes(content));
        for (var start = 0; start < code.Length; start += Base64Columns)
        {
            script.Append(code, start, Math.Min(Base64Columns, code.Length - start)).Append('\n');
        }
    }
}
