namespace Xoap.Images.History;

/// <summary>Who builds a variant right now: lease.json.</summary>
/// <param name="Id">Unique.</param>
/// <param name="Heartbeat">Renewed while the holder lives.</param>
internal sealed record LeaseHolder(string Id, string Host, int ProcessId, DateTimeOffset Started, DateTimeOffset Heartbeat);
