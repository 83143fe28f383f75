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
            ? [.. OfTests(definition), new SourceRequest(answers, FileUse.File, Origin.Property("ImageTestAnswerFile"))]
            : OfTests(definition);

    public static ImmutableArray<PlannedTest> Of(ImageDefinition definition, Variant variant, TestPhase phase, SourceContents contents)
    {
        var others = definition.Tests.Select(test => test.Path).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. definition.Tests
                .Where(test => test.Phase == phase && TestChoice.CanRun(test, variant) && TestChoice.Chooses(test, definition, variant))
                .Select((test, index) => new PlannedTest(
                    index + 1,
                    test,
                    [.. Requests(test).Select(request => contents.Find(request.Path)).OfType<SourceFiles>().Select(found => Without(others, found))])),
        ];
    }

    private static IEnumerable<SourceRequest> OfTests(ImageDefinition definition) =>
        definition.Tests.SelectMany(Requests).Concat(TestTools.Requests(definition));

    /// <summary>Of a folder the tests go by themselves: one that changed is no change of those beside it.</summary>
    private static SourceFiles Without(HashSet<string> tests, SourceFiles found) => found.IsFolder
        ? found with { Files = [.. found.Files.Where(file => !tests.Contains(file.Path.Replace('\\', '/')))] }
        : found;

    private static IEnumerable<SourceRequest> Requests(ImageTest test) => test.Files
        .Select(path => new SourceRequest(path, FileUse.Files, test.Origin.At("Files")))
        .Prepend(new SourceRequest(test.Path, FileUse.File, test.Origin));
}
