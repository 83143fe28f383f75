using Xoap.Images.Diagnostics;

namespace Xoap.Images.Rendering.Templates;

internal static class TemplateDiagnostics
{
    public static Diagnostic UnknownName(Origin origin, string name, string suggestion, IEnumerable<string> known) => Diagnostic.Error(
        "XIMG3020",
        origin,
        $"The template uses '{name}', which is not known.{suggestion} Write it into TemplateVariables, or use one of: {string.Join(", ", known)}.");

    public static Diagnostic BadTemplate(Origin origin, string reason) => Diagnostic.Error(
        "XIMG3021", origin, $"The template cannot be read: {reason}. For braces that are text, write \\{{{{ instead of {{{{.");

    public static Diagnostic Partial(Origin origin, string partial) => Diagnostic.Error(
        "XIMG3022", origin, $"'{{{{{partial}}}}}' would put another template here, which there is none of. Write its text into this file.");

    public static Diagnostic SecretChanged(Origin origin, string name, string helper) => Diagnostic.Error(
        "XIMG3023",
        origin,
        $"'{helper}' cannot change '{name}': it is a secret, which is filled in when Packer starts. Use it as it is, or with xml or json.");

    public static Diagnostic NotAValue(Origin origin, string name, IEnumerable<string> inner) => Diagnostic.Error(
        "XIMG3024", origin, $"'{name}' is not a value. Use one of: {string.Join(", ", inner.Select(part => $"{name}.{part}"))}.");

    public static Diagnostic NotText(Origin origin, string path) => Diagnostic.Error(
        "XIMG3025", origin, $"'{path}' is not UTF-8 text, so it cannot be a template. Save it as UTF-8, or remove Templated.");
}
