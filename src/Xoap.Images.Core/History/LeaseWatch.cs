namespace Xoap.Images.History;

/// <summary>
/// Tells whether a lease of another machine is alive: its heartbeat moves. Clocks of two machines may differ, so heartbeats are
/// compared with each other and never with ours.
/// </summary>
internal sealed class LeaseWatch
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private long _since;

    /// <summary>Somebody else held the lease at some try.</summary>
    public bool Contested { get; set; }

    /// <summary>Who was seen holding the lease at the last try.</summary>
    public LeaseHolder? Other { get; set; }

    public bool IsAlive(LeaseHolder other, TimeProvider time)
    {
        if (Other != other)
        {
            (Other, _since) = (other, time.GetTimestamp());
            return true;
        }

        return time.GetElapsedTime(_since) < Patience;
    }
}
