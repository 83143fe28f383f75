using System.Collections.Immutable;

namespace Xoap.Images.Running;

/// <summary>A call of Packer.</summary>
/// <param name="Environment">All of it: nothing is inherited.</param>
internal sealed record PackerCommand(
    string Program, ImmutableArray<string> Arguments, string WorkingDirectory, ImmutableDictionary<string, string> Environment);

/// <summary>How a run is brought to an end before its time.</summary>
/// <param name="Patience">How long Packer may clean up.</param>
/// <param name="Stopping">Called when Packer is asked to end.</param>
internal sealed record PackerStop(StopBehavior Behavior, TimeSpan Patience, Action Stopping)
{
    /// <summary>A machine goes on, too, when Packer ends with an error of its own accord: it was told to leave it.</summary>
    public bool KeepsFailed { get; init; }
}

/// <summary>What a stop does with the temporary machine.</summary>
internal enum StopBehavior
{
    /// <summary>Packer removes what it made.</summary>
    Cleanup,

    /// <summary>The machine goes on; only Packer ends.</summary>
    Keep,
}

/// <summary>How Packer ended.</summary>
/// <param name="Interrupted">We asked it to end.</param>
/// <param name="OutOfPatience">It did not end when asked, and was killed.</param>
/// <param name="Killed">Somebody else killed it; what was left of it was then stopped.</param>
/// <param name="Kept">Processes that go on: virtual machines.</param>
internal sealed record PackerExit(int Code, bool Interrupted, bool OutOfPatience, bool Killed, ImmutableArray<string> Kept);
