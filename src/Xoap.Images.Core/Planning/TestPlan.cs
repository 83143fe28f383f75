using System.Collections.Immutable;
using Xoap.Images.Diagnostics;
using Xoap.Images.Model;

namespace Xoap.Images.Planning;

/// <summary>The tests of a variant, in the order of the project.</summary>
internal static class TestPlan
{
    /// <summary>Every file that tests need.</summary>
    public static IEnumerable<SourceRequest> Requests(ImageDefinition definition) =>
        definition.TestAnswerFile is { } answers and not SealStep.None
            ? [.. definition.Tests.SelectMany(Requests), new SourceRequest(answers, FileUse.File, Origin.Property("ImageTestAnswerFile"))]
            : definition.Tests.SelectMany(Requests);

    public static ImmutableArray<PlannedTest> Of(ImageDefinition definition, Variant variant, TestPhase phase, SourceContents contents) =>
    [
        .. definition.Tests
            .Where(test => test.Phase == phase && TestChoice.CanRun(test, variant) && TestChoice.Chooses(test, definition, variant))
            .Select((test, index) => new PlannedTest(
                index + 1, test, [.. Requests(test).Select(request => contents.Find(request.Path)).OfType<SourceFiles>()])),
    ];

    private static IEnumerable<SourceRequest> Requests(ImageTest test) => test.Files
        .Select(path => new SourceRequest(path, FileUse.Files, test.Origin.At("Files")))
        .Prepend(new SourceRequest(test.Path, FileUse.File, test.Origin));
}
