using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Xoap.Images.Planning;

/// <summary>The content of <c>resolved.json</c>: the resolved plans, readable, diffable, and the next stage's input.</summary>
internal sealed record ResolvedImage(ImmutableArray<BuildPlan> Plans);

/// <summary>Writes and reads <c>resolved.json</c>.</summary>
internal static class PlanJson
{
    public static string Write(ImmutableArray<BuildPlan> plans)
    {
        var text = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(
            text, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" }))
        {
            new PlanJsonWriter(json).Write(plans);
        }

        return Encoding.UTF8.GetString(text.WrittenSpan) + "\n";
    }

    /// <exception cref="JsonException">The text is not what <see cref="Write"/> wrote.</exception>
    public static ImmutableArray<BuildPlan> Read(string text) =>
        JsonSerializer.Deserialize(text, PlanJsonContext.Readable.ResolvedImage)?.Plans ?? throw new JsonException("There is no plan.");
}

[JsonSerializable(typeof(ResolvedImage))]
internal sealed partial class PlanJsonContext : JsonSerializerContext
{
    /// <summary>How <c>resolved.json</c> looks: camelCase, indented, text as it is, nothing that has its default.</summary>
    public static PlanJsonContext Readable { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NewLine = "\n",
    });
}
