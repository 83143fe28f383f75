using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Xoap.Images.History;

/// <summary>How records look on disk: camelCase, indented, text as it is.</summary>
[JsonSerializable(typeof(RunRecord))]
[JsonSerializable(typeof(ImageManifest))]
[JsonSerializable(typeof(TestRecord))]
[JsonSerializable(typeof(LeaseHolder))]
internal sealed partial class HistoryJson : JsonSerializerContext
{
    public static HistoryJson Records { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        IgnoreReadOnlyProperties = true,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    });
}
