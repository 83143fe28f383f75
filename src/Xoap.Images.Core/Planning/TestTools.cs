using System.Collections.Immutable;
using Xoap.Images.Diagnostics;
using Xoap.Images.Model;

namespace Xoap.Images.Planning;

/// <summary>Bats and Pester, as far as they come from this machine.</summary>
internal static class TestTools
{
    public const string BatsPath = "BatsPath";
    public const string PesterModulePath = "PesterModulePath";

    public static IEnumerable<SourceRequest> Requests(ImageDefinition definition) =>
        Places(definition).Where(place => definition.Tests.Any(test => test.Framework == place.Framework)).Select(place => place.Request);

    /// <summary>Those that the tests need.</summary>
    public static ImmutableArray<TestTool> Of(ImageDefinition definition, ImmutableArray<PlannedTest> tests, SourceContents contents) =>
    [
        .. Places(definition).Where(place => tests.Any(test => test.Test.Framework == place.Framework))
            .Select(place => (place.GuestFolder, Found: contents.Find(place.Request.Path)))
            .Where(place => place.Found is not null)
            .Select(place => new TestTool(place.GuestFolder, place.Found!)),
    ];

    private static IEnumerable<(TestFramework Framework, string GuestFolder, SourceRequest Request)> Places(ImageDefinition definition)
    {
        if (definition.PesterModule is { } pester)
        {
            yield return (TestFramework.Pester, "pester", new SourceRequest(pester, FileUse.Files, Origin.Property(PesterModulePath)));
        }

        if (definition.BatsFolder is { } bats)
        {
            yield return (TestFramework.Bats, "bats/bin", new SourceRequest(bats + "/bin/bats", FileUse.File, Origin.Property(BatsPath)));
            foreach (var folder in new[] { "lib/bats-core", "libexec/bats-core" })
            {
                yield return (TestFramework.Bats, "bats/" + folder, new SourceRequest($"{bats}/{folder}", FileUse.Files, Origin.Property(BatsPath)));
            }
        }
    }
}
