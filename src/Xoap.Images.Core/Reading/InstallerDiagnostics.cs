using Xoap.Images.Diagnostics;

namespace Xoap.Images.Reading;

internal static class InstallerDiagnostics
{
    public static Diagnostic SetupFilesWithoutAnswerFile(Origin origin, string system) => Diagnostic.Error(
        "XIMG1060",
        origin,
        $"Operating system '{system}' has SetupFiles, but no AnswerFile that would use them. Write AnswerFile=\"…\", or bring the files in with a File provisioner.");

    public static Diagnostic NothingToTemplate(Origin origin, string system) => Diagnostic.Error(
        "XIMG1061", origin, $"Operating system '{system}' is Templated, but has no AnswerFile. Write AnswerFile=\"…\", or remove Templated.");

    public static Diagnostic VariablesWithoutTemplate(Origin origin, string item) => Diagnostic.Error(
        "XIMG1062",
        origin,
        $"'{item}' has TemplateVariables, but its files are no templates. Write Templated=\"true\", or remove TemplateVariables.");

    public static Diagnostic UnusableVariableName(Origin origin, string name) => Diagnostic.Error(
        "XIMG1063",
        origin,
        $"'{name}' cannot be the name of a template variable: a name is letters, digits, '_' and '-', and none that templates have themselves (Image, if, xml). Rename it.");

    public static Diagnostic VariableLooksSecret(Origin origin, string name) => Diagnostic.Warning(
        "XIMG1065",
        origin,
        $"'{name}' sounds like a secret, but its value stands in the project for everyone to read. Write {name}=env:NAME in EnvironmentVariables of a step or TemplateVariables of an answer file, or give it a name that says what it is ({name}Hash, {name}File).");

    public static Diagnostic SecretInRole(Origin origin, string name) => Diagnostic.Error(
        "XIMG1066",
        origin,
        $"'{name}' sounds like a secret, and everyone who uses the role would read its value. Write {name}=env:NAME in EnvironmentVariables of a step or TemplateVariables of an answer file, make it a parameter, or give it a name that says what it is ({name}Hash, {name}File).");

    public static Diagnostic AnswerFileUnused(Origin origin, string system, IEnumerable<string> builders) => Diagnostic.Warning(
        "XIMG1064",
        origin,
        $"No builder of '{system}' starts an installer ({string.Join(", ", builders)}), so the answer file is not used. Remove AnswerFile, or limit the item with Provider or Builders.");
}
