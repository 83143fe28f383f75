using System.Collections.Immutable;

namespace Xoap.Images.History;

/// <summary>One time that an image was started to be tested: test.json, described in docs/records.md.</summary>
internal sealed record TestRecord
{
    public const int CurrentSchema = 1;

    public required int Schema { get; init; }

    public required string Image { get; init; }

    public required string Builder { get; init; }

    /// <summary>The N in <c>name-vN</c> of the image that was tested.</summary>
    public required int Version { get; init; }

    /// <summary>Succeeded: the tests ran, whatever they said.</summary>
    public required RunStatus Status { get; init; }

    /// <summary>Unique; the processes of the run carry it in their environment.</summary>
    public required string RunId { get; init; }

    public required DateTimeOffset Started { get; init; }

    public DateTimeOffset? Ended { get; init; }

    public required string Host { get; init; }

    public required int ProcessId { get; init; }

    /// <summary>Session and process group of Packer; null before it was started.</summary>
    public int? ProcessGroup { get; init; }

    public required string PackerVersion { get; init; }

    public required string SdkVersion { get; init; }

    public int Passed { get; init; }

    public int Failed { get; init; }

    public int Skipped { get; init; }

    public required ImmutableArray<RecordedTest> Tests { get; init; }

    /// <summary>What went wrong with the run as such, without secrets.</summary>
    public string? Error { get; init; }

    /// <inheritdoc cref="RunRecord.LeftBehind"/>
    public required ImmutableArray<string> LeftBehind { get; init; }

    public string? TemporaryFolder { get; init; }

    /// <inheritdoc cref="RunRecord.IsWhole"/>
    public bool IsWhole => !Tests.IsDefault && !LeftBehind.IsDefault && !Tests.Contains(null!) && !LeftBehind.Contains(null!);
}
