using System.Text.Json.Serialization;

namespace Xoap.Images.History;

/// <summary>What became of an attempt to build a variant.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RunStatus>))]
internal enum RunStatus
{
    /// <summary>Another build of the same variant is at work; this one waits.</summary>
    Queued,
    Running,
    Succeeded,
    Failed,

    /// <summary>Cancelled by the user.</summary>
    Stopped,
}
