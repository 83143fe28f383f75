using System.Collections.Immutable;

namespace Xoap.Images.History;

/// <summary>One attempt to build a variant: run.json, described in docs/records.md.</summary>
internal sealed record RunRecord
{
    public const int CurrentSchema = 1;

    public required int Schema { get; init; }

    public required string Image { get; init; }

    public required string Builder { get; init; }

    /// <summary>The image version; null while the run is queued.</summary>
    public int? Version { get; init; }

    public required RunStatus Status { get; init; }

    /// <summary>Unique; the processes of the run carry it in their environment.</summary>
    public required string RunId { get; init; }

    /// <summary>Why it was built.</summary>
    public required ImmutableArray<string> Reasons { get; init; }

    public required DateTimeOffset Started { get; init; }

    public DateTimeOffset? Ended { get; init; }

    public required string Host { get; init; }

    public required int ProcessId { get; init; }

    /// <summary>Session and process group of Packer; null before it was started.</summary>
    public int? ProcessGroup { get; init; }

    public required string PackerVersion { get; init; }

    public required string SdkVersion { get; init; }

    public string? GitCommit { get; init; }

    public required string ContentKey { get; init; }

    public required string TargetKey { get; init; }

    public required ImmutableArray<RunStep> Steps { get; init; }

    public string? FailedStep { get; init; }

    /// <summary>What went wrong, without secrets.</summary>
    public string? Error { get; init; }

    /// <summary>What the tests of the build said; null: it has none, or did not come to them.</summary>
    public RecordedTests? Tests { get; init; }

    /// <summary>What may still exist although nobody needs it.</summary>
    public required ImmutableArray<string> LeftBehind { get; init; }

    /// <summary>Where Packer writes until the image is whole.</summary>
    public required string OutputFolder { get; init; }

    public string? TemporaryFolder { get; init; }

    /// <summary>Nothing that code relies on is missing: text that parses may still hold nulls in its lists.</summary>
    public bool IsWhole =>
        !Reasons.IsDefault && !Steps.IsDefault && !LeftBehind.IsDefault
        && Tests is null or { Results.IsDefault: false }
        && !Reasons.Contains(null!) && !Steps.Contains(null!) && !LeftBehind.Contains(null!);
}

/// <summary>A step that was started.</summary>
/// <param name="Seconds">How long it took; of a failed one, until it failed.</param>
internal sealed record RunStep(int Number, string Name, double Seconds);
