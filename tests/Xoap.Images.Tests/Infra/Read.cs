using Xoap.Images.Diagnostics;
using Xoap.Images.Model;
using Xoap.Images.Reading;

namespace Xoap.Images.Tests.Infra;

/// <summary>Reads a project of <see cref="An"/>.</summary>
internal static class Read
{
    /// <summary>A project without mistakes.</summary>
    public static ImageDefinition Valid(ImageSourceBuilder project)
    {
        var diagnostics = new DiagnosticBag();
        var definition = ImageReader.Read(project.Build(), diagnostics);
        Assert.Empty(diagnostics);
        return definition;
    }

    /// <summary>A project with problems: what is said about them.</summary>
    public static Diagnostic[] Problems(ImageSourceBuilder project)
    {
        var diagnostics = new DiagnosticBag();
        ImageReader.Read(project.Build(), diagnostics);
        return [.. diagnostics];
    }

    /// <summary>A project with one problem: its code, its place (<c>Type.Name.Metadatum</c>) and its sentence.</summary>
    public static void HasProblem(ImageSourceBuilder project, string code, string place, string message) =>
        IsProblem(Problems(project), code, place, message);

    public static void IsProblem(IReadOnlyList<Diagnostic> problems, string code, string place, string message)
    {
        Assert.True(problems.Count == 1, string.Join('\n', problems));
        var problem = problems[0];
        Assert.Equal((code, place), (problem.Code, Place(problem.Origin)));
        Assert.Equal(message, problem.Message);
    }

    public static string Place(Origin origin) => string.Join(
        '.', new[] { origin.ItemType, origin.Name, origin.Metadata }.Where(part => !string.IsNullOrEmpty(part)));
}
