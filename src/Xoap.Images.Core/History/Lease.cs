namespace Xoap.Images.History;

/// <summary>
/// The right to build a variant. The lock on a file tells the living from the dead, because the system drops it with the process;
/// the heartbeat does so for other machines where a shared folder keeps no locks.
/// </summary>
internal sealed class Lease : IDisposable
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(15);
    private readonly FileStream _lock;
    private readonly ITimer _timer;
    private readonly string _file;
    private readonly TimeProvider _time;
    private readonly Lock _gate = new();
    private LeaseHolder _holder;
    private bool _released;

    private Lease(FileStream heldLock, string file, LeaseHolder holder, TimeProvider time)
    {
        (_lock, _file, _holder, _time) = (heldLock, file, holder, time);
        _timer = time.CreateTimer(_ => Renew(), null, Beat, Beat);
    }

    /// <summary>Takes the lease, or returns null and who holds it.</summary>
    /// <param name="folder">The variant's folder in the state folder.</param>
    /// <param name="watch">Remembers the heartbeats of other machines from try to try.</param>
    /// <exception cref="IOException">The disk is full, or the folder cannot be written.</exception>
    public static Lease? TryTake(string folder, LeaseHolder holder, LeaseWatch watch, TimeProvider time)
    {
        Directory.CreateDirectory(folder);
        var file = Path.Combine(folder, "lease.json");
        FileStream? heldLock = null;
        try
        {
            heldLock = TryLock(Path.Combine(folder, "lease.lock"));
            if (heldLock is null)
            {
                (watch.Contested, watch.Other) = (true, Read(file));
                return null;
            }

            if (Read(file) is { } other && other.Host != holder.Host && watch.IsAlive(other, time))
            {
                watch.Contested = true;
                return null;
            }

            RecordFile.Write(file, holder, HistoryJson.Records.LeaseHolder);
            var lease = new Lease(heldLock, file, holder, time);
            heldLock = null;
            return lease;
        }
        finally
        {
            heldLock?.Dispose();
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            if (_released)
            {
                return;
            }

            _released = true;
        }

        _timer.Dispose();
        try
        {
            File.Delete(_file);
        }
        catch (Exception problem) when (DiskFault.Is(problem))
        {
            // A lease that stays is one of a dead holder: the next build takes it.
        }

        _lock.Dispose();
    }

    private void Renew()
    {
        lock (_gate)
        {
            if (_released)
            {
                return;
            }

            try
            {
                _holder = _holder with { Heartbeat = _time.GetUtcNow() };
                RecordFile.Write(_file, _holder, HistoryJson.Records.LeaseHolder);
            }
            catch (Exception problem) when (DiskFault.Is(problem))
            {
                // The lock still holds; a later beat may succeed.
            }
        }
    }

    private static FileStream? TryLock(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException problem) when (!DiskFault.IsFull(problem) && problem is not (DirectoryNotFoundException or PathTooLongException)
            && File.Exists(path))
        {
            return null;
        }
    }

    private static LeaseHolder? Read(string file) => RecordFile.Read(file, HistoryJson.Records.LeaseHolder, []);
}
