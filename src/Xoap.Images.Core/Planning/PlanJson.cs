using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Xoap.Images.Planning;

/// <summary>The content of <c>resolved.json</c>: the resolved plans, readable, diffable, and the next stage's input.</summary>
internal sealed record ResolvedImage(ImmutableArray<BuildPlan> Plans);

/// <summary>Writes and reads <c>resolved.json</c>.</summary>
internal static class PlanJson
{
    private static readonly PlanJsonContext Context = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NewLine = "\n",
    });

    public static string Write(ImmutableArray<BuildPlan> plans) =>
        JsonSerializer.Serialize(new ResolvedImage(plans), Context.ResolvedImage) + "\n";

    /// <exception cref="JsonException">The text is not what <see cref="Write"/> wrote.</exception>
    public static ImmutableArray<BuildPlan> Read(string text) =>
        JsonSerializer.Deserialize(text, Context.ResolvedImage)?.Plans ?? throw new JsonException("There is no plan.");
}

[JsonSerializable(typeof(ResolvedImage))]
internal sealed partial class PlanJsonContext : JsonSerializerContext;
