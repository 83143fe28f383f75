using System.Collections.Immutable;
using System.Text.Json;
using Xoap.Images.Diagnostics;
using Xoap.Images.Model;
using Xoap.Images.Planning;

namespace Xoap.Images.History;

/// <summary>
/// Reads image.json without the serializer: every build reads it, and compiling the serializer's generic methods takes longer than the
/// rest of a build that has nothing to do.
/// </summary>
internal static class ImageManifestJson
{
    /// <exception cref="JsonException">It is no JSON, or something is missing.</exception>
    /// <exception cref="InvalidOperationException">A value has the wrong type.</exception>
    /// <exception cref="FormatException">A number or a time cannot be read.</exception>
    public static ImageManifest Read(byte[] content)
    {
        using var document = JsonDocument.Parse(content);
        var root = document.RootElement;
        return new ImageManifest
        {
            Schema = Value(root, "schema").GetInt32(),
            Image = Text(root, "image"),
            Version = Value(root, "version").GetInt32(),
            Builder = Text(root, "builder"),
            Provider = Text(root, "provider"),
            Type = TextOrNull(root, "type"),
            Component = TextOrNull(root, "component"),
            Place = Find(root, "place") is { } place ? Texts(place) : null,
            Role = Text(root, "role"),
            OperatingSystem = Find(root, "operatingSystem") is { } system ? System(system) : null,
            Base = Find(root, "base") is { } ancestor ? Base(ancestor) : null,
            Created = Value(root, "created").GetDateTimeOffset(),
            Artifacts = Array(root, "artifacts", Artifact),
            ContentKey = Text(root, "contentKey"),
            TargetKey = Text(root, "targetKey"),
            PackerVersion = Text(root, "packerVersion"),
            SdkVersion = Text(root, "sdkVersion"),
            GitCommit = TextOrNull(root, "gitCommit"),
            Packages = Find(root, "packages") is null
                ? null
                : Array(root, "packages", package => new PackageName(Text(package, "id"), Text(package, "version"))),
            Tests = Find(root, "tests") is { } tests
                ? new TestSummary(Value(tests, "passed").GetInt32(), Value(tests, "failed").GetInt32(), Value(tests, "skipped").GetInt32())
                : null,
            Inputs = Array(root, "inputs", input => new FingerprintInput(Text(input, "label"), Text(input, "value"))),
        };
    }

    private static ImageSystem System(JsonElement system) => new(
        Text(system, "name"),
        Enum.TryParse<Platform>(Text(system, "platform"), out var platform) ? platform : throw new JsonException("The platform is unknown."),
        Text(system, "version"),
        Text(system, "architecture"),
        TextOrNull(system, "edition"),
        TextOrNull(system, "endOfLife"));

    private static Ancestor Base(JsonElement ancestor) => new(
        Text(ancestor, "name"),
        Value(ancestor, "version").GetInt32(),
        Text(ancestor, "builder"),
        Text(ancestor, "artifact"),
        TextOrNull(ancestor, "package"),
        TextOrNull(ancestor, "packageVersion"));

    private static ImageArtifact Artifact(JsonElement artifact) => new(
        Text(artifact, "id"),
        TextOrNull(artifact, "path"),
        TextOrNull(artifact, "relativePath"),
        Find(artifact, "size")?.GetInt64(),
        TextOrNull(artifact, "sha256"),
        Find(artifact, "modified")?.GetDateTimeOffset());

    private static ImmutableArray<T> Array<T>(JsonElement element, string name, Func<JsonElement, T> read)
        where T : class
    {
        var values = ImmutableArray.CreateBuilder<T>();
        foreach (var value in Value(element, name).EnumerateArray())
        {
            values.Add(read(value));
        }

        return values.ToImmutable();
    }

    private static SortedDictionary<string, string> Texts(JsonElement element) => new(
        element.EnumerateObject().ToDictionary(entry => entry.Name, entry => entry.Value.GetString()!), StringComparer.Ordinal);

    private static string Text(JsonElement element, string name) => Value(element, name).GetString()!;

    private static string? TextOrNull(JsonElement element, string name) => Find(element, name)?.GetString();

    private static JsonElement Value(JsonElement element, string name) =>
        Find(element, name) ?? throw new JsonException($"'{name}' is missing.");

    /// <summary>Null for what is not there and for a null.</summary>
    private static JsonElement? Find(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
}
