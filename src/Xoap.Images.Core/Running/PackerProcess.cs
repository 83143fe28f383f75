using System.Diagnostics;
using System.Text;

namespace Xoap.Images.Running;

/// <summary>A running Packer: reads what it says, and brings it to an end in good order.</summary>
internal sealed class PackerProcess : IDisposable
{
    private const int KilledBySignal = 128;
    private static readonly TimeSpan Drain = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(50);

    private readonly Process _process;
    private readonly Task _exit;
    private readonly TimeProvider _time;

    private PackerProcess(Process process, Task exit, TimeProvider time)
    {
        (_process, _exit, _time) = (process, exit, time);
        Group = new ProcessGroup(process.Id);
    }

    public ProcessGroup Group { get; }

    /// <exception cref="System.ComponentModel.Win32Exception">The program cannot be started.</exception>
    public static async Task<PackerProcess> StartAsync(PackerCommand command, TimeProvider time)
    {
        string[] line = [.. ProcessGroup.Launcher(command.Environment.GetValueOrDefault("PATH")), command.Program, .. command.Arguments];
        var start = new ProcessStartInfo(line[0], line[1..])
        {
            WorkingDirectory = command.WorkingDirectory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (OperatingSystem.IsWindows())
        {
            start.CreateNewProcessGroup = true;
        }

        start.Environment.Clear();
        foreach (var (name, value) in command.Environment)
        {
            start.Environment[name] = value;
        }

        var started = new TaskCompletionSource<Process>(TaskCreationOptions.RunContinuationsAsynchronously);
        var exit = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

        // The death signal is tied to the thread that starts the process, so that this thread must live as long as the process does.
        new Thread(() => Live(start, started, exit)) { IsBackground = true, Name = "Packer" }.Start();
        var process = await started.Task;
        process.StandardInput.Close();
        return new PackerProcess(process, exit.Task, time);
    }

    /// <summary>Waits for the end. The sinks get all text, each from one thread at a time; line ends are in it.</summary>
    public async Task<PackerExit> EndAsync(
        Action<ReadOnlySpan<char>> output, Action<ReadOnlySpan<char>> errors, PackerStop stop, CancellationToken cancellationToken)
    {
        using var drained = new CancellationTokenSource();
        var pumps = Task.WhenAll(
            PumpAsync(_process.StandardOutput.BaseStream, output, drained.Token),
            PumpAsync(_process.StandardError.BaseStream, errors, drained.Token));
        var interrupted = !await WaitAsync(_exit, Timeout.InfiniteTimeSpan, cancellationToken);
        var outOfPatience = interrupted && !await InterruptAsync(stop);
        await _exit;

        var killed = !interrupted && _process.ExitCode > KilledBySignal;
        var keep = interrupted ? stop.Behavior == StopBehavior.Keep : stop.KeepsFailed && !killed && _process.ExitCode != 0;
        if (killed)
        {
            await Group.StopOrphansAsync(stop.Patience, _time);
        }
        else if (!keep)
        {
            await WaitUntilEmptyAsync(Grace);
        }

        Group.Kill(keep);

        // A machine that was kept holds the pipe's other end: wait for the end of the text, but not for ever.
        await WaitAsync(pumps, Drain, CancellationToken.None);
        await drained.CancelAsync();
        await pumps;
        return new PackerExit(
            _process.ExitCode, interrupted, outOfPatience, killed, [.. Group.Members().Select(member => member.ToString())]);
    }

    public void Dispose() => _process.Dispose();

    private static void Live(ProcessStartInfo start, TaskCompletionSource<Process> started, TaskCompletionSource exit)
    {
        Process process;
        try
        {
            process = Process.Start(start)!;
        }
        catch (Exception problem) when (problem is System.ComponentModel.Win32Exception or IOException)
        {
            started.SetException(problem);
            return;
        }

        started.SetResult(process);
        process.WaitForExit();
        exit.SetResult();
    }

    /// <summary>True when it ended in time.</summary>
    private async Task<bool> InterruptAsync(PackerStop stop)
    {
        stop.Stopping();
        if (stop.Behavior == StopBehavior.Keep)
        {
            Group.Kill(keepMachines: true);
            return true;
        }

        Group.Interrupt();
        if (await WaitAsync(_exit, stop.Patience, CancellationToken.None))
        {
            return true;
        }

        Group.Kill(keepMachines: false);
        return false;
    }

    private async Task WaitUntilEmptyAsync(TimeSpan patience)
    {
        for (var since = _time.GetTimestamp(); Group.Members().Count > 0 && _time.GetElapsedTime(since) < patience;)
        {
            await Task.Delay(Poll, _time, CancellationToken.None);
        }
    }

    /// <summary>True when the task is over; false when time or the caller's patience is.</summary>
    private async Task<bool> WaitAsync(Task task, TimeSpan limit, CancellationToken cancellationToken)
    {
        try
        {
            await task.WaitAsync(limit, _time, cancellationToken);
            return true;
        }
        catch (Exception over) when (over is TimeoutException or OperationCanceledException)
        {
            return task.IsCompleted;
        }
    }

    private static async Task PumpAsync(Stream stream, Action<ReadOnlySpan<char>> sink, CancellationToken cancellationToken)
    {
        var bytes = new byte[16 * 1024];
        var text = new char[bytes.Length + 1];
        var decoder = Encoding.UTF8.GetDecoder();
        try
        {
            int count;
            while ((count = await stream.ReadAsync(bytes, cancellationToken)) > 0)
            {
                sink(text.AsSpan(0, decoder.GetChars(bytes, 0, count, text, 0, flush: false)));
            }
        }
        catch (Exception over) when (over is OperationCanceledException or IOException or ObjectDisposedException)
        {
            // Nobody waits for more.
        }

        sink(text.AsSpan(0, decoder.GetChars([], 0, 0, text, 0, flush: true)));
    }
}
