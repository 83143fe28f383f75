using Xoap.Images.Diagnostics;
using Xoap.Images.Files;
using Xoap.Images.Model;
using Xoap.Images.Planning;

namespace Xoap.Images.Tests.Infra;

/// <summary>Images with tests, whose files lie on the disk.</summary>
internal static class Tested
{
    /// <summary>A test file of a project in that folder; it takes along what lies beside it.</summary>
    public static ImageTest File(string project, string name, TestFramework framework, TestPhase phase = TestPhase.Build) => new(
        name,
        framework,
        phase,
        $"{project}/{name}",
        TimeSpan.FromMinutes(1),
        new TestLogin(null, null, null, false),
        Path.GetDirectoryName(name) is { Length: > 0 } folder ? [$"{project}/{folder}"] : [],
        null,
        new TestSelection([], [], [], [], new Applicability([], [], [], []), [], false),
        new TestPlace(project, ""),
        "",
        new Origin("ImageTest", name));

    /// <summary>The plan of an image with these tests, behind one command.</summary>
    public static BuildPlan Plan(ImageDefinition definition)
    {
        var diagnostics = new DiagnosticBag();
        using var folder = new TempFolder();
        var contents = SourceReader.Read(Planner.Sources(definition), new HashCache(folder["hashes.txt"]), diagnostics);
        Assert.Empty(diagnostics);
        return Assert.Single(PlanJson.Read(PlanJson.Write(A.Plans(definition, contents))));
    }
}
