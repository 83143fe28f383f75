using Xoap.Images.Diagnostics;

namespace Xoap.Images.Reading;

/// <summary>What every reader needs: where relative paths start, and where problems go.</summary>
internal sealed record ReadingContext(string ProjectDirectory, DiagnosticBag Diagnostics)
{
    public void Report(Diagnostic diagnostic) => Diagnostics.Add(diagnostic);
}
