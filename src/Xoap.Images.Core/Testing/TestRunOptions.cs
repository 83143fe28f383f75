using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Xoap.Images.Testing;

/// <summary>What a run of tests has to know of its project: tests.json, which the build writes for the test host. All paths are absolute.</summary>
/// <param name="ResolvedFile">The plans, with the tests that apply to each variant.</param>
/// <param name="RenderedFolder">The parent of the folders that boot the images.</param>
/// <param name="PackerPath">The program; empty: the first <c>packer</c> on PATH.</param>
/// <param name="Parallel">So many images are started at once.</param>
/// <param name="Timeout">For one start of an image and all tests in it; null: none.</param>
/// <param name="KeepOnFailure">A machine whose tests failed is left as it is.</param>
internal sealed record TestRunOptions(
    string ProjectFile,
    string ResolvedFile,
    string StateDirectory,
    string OutputDirectory,
    string RenderedFolder,
    string PackerPath,
    TestBoots Boots,
    int Parallel,
    TimeSpan StopTimeout,
    TimeSpan? Timeout,
    bool KeepOnFailure)
{
    /// <summary>Test files that are for none of the variants.</summary>
    public IReadOnlyList<string> LeftOut { get; init; } = [];

    public string Write() => JsonSerializer.Serialize(this, TestRunOptionsJson.Readable.TestRunOptions) + "\n";

    /// <exception cref="JsonException">The text is not what <see cref="Write"/> wrote.</exception>
    public static TestRunOptions Read(string text) =>
        JsonSerializer.Deserialize(text, TestRunOptionsJson.Readable.TestRunOptions) ?? throw new JsonException("It holds nothing.");
}

/// <summary>How often an image is started to be tested.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TestBoots>))]
internal enum TestBoots
{
    /// <summary>Once for all tests of a variant.</summary>
    PerVariant,

    /// <summary>Once for each test file: none sees what another one left.</summary>
    PerFile,
}

[JsonSerializable(typeof(TestRunOptions))]
internal sealed partial class TestRunOptionsJson : JsonSerializerContext
{
    public static TestRunOptionsJson Readable { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
