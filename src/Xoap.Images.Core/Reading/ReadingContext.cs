using Xoap.Images.Diagnostics;

namespace Xoap.Images.Reading;

/// <summary>What every reader needs: where relative paths start, and where problems go.</summary>
internal sealed record ReadingContext(string ProjectDirectory, DiagnosticBag Diagnostics)
{
    private readonly HashSet<(string Code, Origin Origin, string Component)> _said = [];

    /// <summary>Whether what is read goes to other projects.</summary>
    public bool IsRole { get; init; }

    public void Report(Diagnostic diagnostic) => Diagnostics.Add(diagnostic);

    /// <summary>Reports a problem of an item that builders share: once for the builders of one component, naming the first.</summary>
    public void ReportOnce(Diagnostic diagnostic, string component)
    {
        if (_said.Add((diagnostic.Code, diagnostic.Origin, component)))
        {
            Report(diagnostic);
        }
    }
}
