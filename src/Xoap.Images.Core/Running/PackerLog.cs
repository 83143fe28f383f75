using System.Collections.Immutable;
using Xoap.Images.History;
using Xoap.Images.Rendering;

namespace Xoap.Images.Running;

/// <summary>
/// Reads Packer's log line by line: which step is at work, how long each took, what went wrong. Packer names no provisioners, but it
/// announces each block with a timeout or a pause, and all of ours have one: so blocks are counted. A line that holds one of a step's
/// marks puts the count right. Steps never go back.
/// </summary>
internal sealed class PackerLog(ImmutableArray<StepMark> steps, TimeProvider time, Action<RunProgress> progress)
{
    private const int ExcerptLines = 12;
    private const int ExcerptWidth = 300;

    private readonly Queue<string> _excerpt = new();
    private readonly List<RunStep> _ended = [];
    private readonly ErrorText _error = new();
    private int _current = -1;
    private long _started;
    private int _blocks;
    private long? _limited;
    private readonly List<string> _resources = [];
    private StepMark? _failed;
    private bool _retrying;
    private bool _over;

    /// <summary>The step at work, or the last one that was; null before the first and after the last is over.</summary>
    public StepMark? Current => _current < 0 || _over ? null : steps[_current];

    /// <summary>The step that the run's failure belongs to, or null.</summary>
    public StepMark? Failed => _failed ?? Current;

    public bool TimedOut { get; private set; }

    /// <summary>How long the last step ran since its timeout began. Packer does not always say that a step timed out: two of its own
    /// threads race for the last line.</summary>
    public TimeSpan UnderLimit { get; private set; }

    public bool Panicked { get; private set; }

    /// <summary>Packer's own words for what went wrong; empty when it said none.</summary>
    public string Error => _error.Text;

    /// <summary>The last lines that say something, oldest first.</summary>
    public ImmutableArray<string> Excerpt => [.. _excerpt];

    /// <summary>The last few of these, for a message.</summary>
    public string LastWords => string.Join(' ', Excerpt.TakeLast(3).Select(line => $"'{line}'"));

    /// <summary>What Packer made for the time of the build, in its own words.</summary>
    public IEnumerable<string> Announced => _resources.Select(resource => $"what Packer announced as '{LogLine.Readable(resource, 200)}'");

    public ImmutableArray<RunStep> Steps => [.. _ended];

    /// <summary>Why Packer failed.</summary>
    public string Reason(PackerExit exit) => Panicked ? "Packer crashed; that is a fault of Packer or of a plugin"
        : Error.Length > 0 ? Error
        : $"Packer ended with exit code {exit.Code} and gave no reason";

    /// <summary>What helps against a failure that is known; empty: it is none.</summary>
    public string Hint(string reason) => PackerHint.For(reason + "\n" + string.Join('\n', Excerpt)) ?? "";

    public void Add(string line)
    {
        var text = LogLine.Parse(line);
        Panicked |= text.Message.Contains("PACKER CRASH", StringComparison.Ordinal);
        _error.Add(text);
        if (text.IsSay && Says(text.Message))
        {
            return;
        }

        if (text.IsBuild && text.Message.Length > 0)
        {
            Remember(text.Message);
        }
    }

    /// <summary>The log is over: so is its last step.</summary>
    public void End() => EndStep(time.GetTimestamp());

    /// <summary>True when Packer said it about the build as such, so that no excerpt needs it.</summary>
    private bool Says(string message)
    {
        if (Starts(message) is { } step)
        {
            (TimedOut, _retrying) = (false, false);
            if (step != _current)
            {
                Begin(step);
            }

            return true;
        }

        if (LogLine.AnnouncesStep(message))
        {
            Announce();
            if (message.StartsWith("Setting", StringComparison.Ordinal))
            {
                _limited = time.GetTimestamp();
            }

            return true;
        }

        if (message.StartsWith("Provisioner failed with", StringComparison.Ordinal))
        {
            _retrying = true;
        }
        else if (message.StartsWith("Cancelling provisioner after a timeout", StringComparison.Ordinal))
        {
            TimedOut = true;
        }
        else if (message.StartsWith("Provisioning step had errors", StringComparison.Ordinal))
        {
            _failed = Current;
            End();
            return true;
        }
        else if (LogLine.NamesResource(message) && _resources.Count < 20)
        {
            _resources.Add(message);
        }
        else if (LogLine.EndsProvisioning(message) && _current == steps.Length - 1)
        {
            End();
        }

        return false;
    }

    /// <summary>The step that a line starts. A retry starts the same step again.</summary>
    private int? Starts(string message)
    {
        for (var step = Math.Max(_current, 0); step < steps.Length; step++)
        {
            foreach (var mark in steps[step].Marks)
            {
                if (message.Contains(mark, StringComparison.Ordinal))
                {
                    return step;
                }
            }
        }

        return null;
    }

    /// <summary>A block of the current step begins, or the next step does. A retry announces a block once more.</summary>
    private void Announce()
    {
        if (_retrying)
        {
            _retrying = false;
            return;
        }

        _blocks++;
        if ((_current < 0 || _blocks > steps[_current].Blocks) && _current + 1 < steps.Length)
        {
            Begin(_current + 1);
        }
    }

    private void Begin(int step)
    {
        var now = time.GetTimestamp();
        EndStep(now);
        (_current, _started, _over, _blocks, _limited, TimedOut) = (step, now, false, 1, null, false);
        _excerpt.Clear();
        progress(new RunProgress.StepStarted(steps[step].Number, steps.Length, steps[step].Name));
    }

    private void EndStep(long now)
    {
        if (_current < 0 || _over)
        {
            return;
        }

        _over = true;
        UnderLimit = _limited is { } limited ? time.GetElapsedTime(limited, now) : TimeSpan.Zero;
        var step = steps[_current];
        var taken = time.GetElapsedTime(_started, now);
        _ended.Add(new RunStep(step.Number, step.Name, Math.Round(taken.TotalSeconds, 3)));
        progress(new RunProgress.StepEnded(step.Number, steps.Length, step.Name, taken));
    }

    private void Remember(string message)
    {
        var readable = LogLine.Readable(message, ExcerptWidth);
        if (readable.Length == 0)
        {
            return;
        }

        if (_excerpt.Count == ExcerptLines)
        {
            _excerpt.Dequeue();
        }

        _excerpt.Enqueue(readable);
    }
}
