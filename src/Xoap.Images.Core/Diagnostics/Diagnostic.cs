namespace Xoap.Images.Diagnostics;

/// <summary>One problem: what is wrong, what was expected, what to do, and where.</summary>
/// <param name="Code">XIMG and four digits; docs/diagnostics.md has an entry for each.</param>
internal sealed record Diagnostic(string Code, Severity Severity, string Message, Origin Origin)
{
    public static Diagnostic Error(string code, Origin origin, string message) => new(code, Severity.Error, message, origin);

    public static Diagnostic Warning(string code, Origin origin, string message) => new(code, Severity.Warning, message, origin);
}
