using System.Text.Json.Serialization;

namespace Xoap.Images.Model;

/// <summary>How soon a step's result goes stale although none of its inputs changed.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Volatility>))]
internal enum Volatility
{
    Never,
    Weekly,
    Daily,
    Always,
}
