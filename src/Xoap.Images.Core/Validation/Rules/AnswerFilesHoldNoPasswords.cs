using System.Text.RegularExpressions;
using System.Xml.Linq;
using Xoap.Images.Diagnostics;
using Xoap.Images.Model;
using Xoap.Images.Schemas;
using Xoap.Images.Validation.AnswerFiles;

namespace Xoap.Images.Validation.Rules;

/// <summary>No readable password stands in a file that is shared, kept and logged.</summary>
internal static partial class AnswerFilesHoldNoPasswords
{
    private static readonly string[] Elements = ["AdministratorPassword", "Password"];

    public static void Check(AnswerFile answers, DiagnosticBag diagnostics)
    {
        if (answers.Format == AnswerFileFormat.Windows)
        {
            foreach (var password in Elements.SelectMany(answers.Elements))
            {
                CheckWindows(answers, password, diagnostics);
            }

            return;
        }

        var pattern = answers.Format == AnswerFileFormat.Preseed ? Preseed()
            : answers.Format == AnswerFileFormat.Kickstart ? Kickstart()
            : answers.Format == AnswerFileFormat.CloudInit ? CloudInit()
            : null;
        foreach (var (number, line) in pattern is null ? [] : answers.Lines())
        {
            if (pattern!.Match(line) is { Success: true } match && IsPassword(match.Groups["password"].Value))
            {
                diagnostics.Add(AnswerFileDiagnostics.PasswordInAnswerFile(
                    answers.Place(number, match.Groups["password"].Index + 1)));
            }
        }
    }

    /// <summary>A Value with PlainText, or the text itself where the schema has no Value (joining a domain).</summary>
    private static void CheckWindows(AnswerFile answers, XElement password, DiagnosticBag diagnostics)
    {
        var value = password.HasElements ? Child(password, "Value") : password;
        var hidden = Child(password, "PlainText")?.Value.Trim();
        if (value is not null && IsPassword(value.Value) && !string.Equals(hidden, "false", StringComparison.OrdinalIgnoreCase))
        {
            diagnostics.Add(AnswerFileDiagnostics.PasswordInAnswerFile(answers.Place(value)));
        }
    }

    private static bool IsPassword(string text) =>
        text.Trim().Length > 0 && !text.Contains(TemplateText.Unknown, StringComparison.Ordinal);

    private static XElement? Child(XElement element, string name) =>
        element.Elements().FirstOrDefault(child => child.Name.LocalName == name);

    [GeneratedRegex(@"^\s*d-i\s+passwd/(root|user)-password(-again)?\s+password\s+(?<password>\S+)")]
    private static partial Regex Preseed();

    [GeneratedRegex(
        @"^\s*(rootpw(?=\s)(?!.*--(iscrypted|lock))(\s+--\S+)*\s+(?<password>[^\s-]\S*)"
        + @"|(user|sshpw)\s(?!.*--iscrypted).*--password[=\s](?<password>\S+))")]
    private static partial Regex Kickstart();

    [GeneratedRegex(@"^[\s-]*plain_text_passwd:\s*(?<password>[^\s#]\S*)")]
    private static partial Regex CloudInit();
}
