namespace Xoap.Images.Running;

/// <summary>What a run reports while it goes on.</summary>
internal abstract record RunProgress
{
    private RunProgress()
    {
    }

    /// <summary>Another build of the variant is at work; reported once.</summary>
    internal sealed record Waiting(string For) : RunProgress;

    internal sealed record Started(int Version, string Log) : RunProgress;

    internal sealed record StepStarted(int Number, int Count, string Name) : RunProgress;

    internal sealed record StepEnded(int Number, int Count, string Name, TimeSpan Taken) : RunProgress;

    /// <summary>Packer was asked to clean up and end.</summary>
    internal sealed record Stopping(TimeSpan Patience) : RunProgress;
}
