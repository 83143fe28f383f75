namespace Xoap.Images.Tests.Places;

/// <summary>A diagnostic as MSBuild shows it.</summary>
/// <param name="Text">The message, or what has to stand in it.</param>
internal sealed record Report(string Code, string File, int Line, int Column, string Text)
{
    public string Place => $"{File}({Line},{Column}): {Code}";
}
