using Xoap.Images.History;
using Xoap.Images.Tests.Infra;

namespace Xoap.Images.Tests.History;

public class LeaseTests
{
    [Fact]
    public void One_at_a_time()
    {
        using var folder = new TempFolder();
        var watch = new LeaseWatch();
        using (var first = Take(folder, "one"))
        {
            Assert.NotNull(first);
            Assert.Null(Lease.TryTake(folder.Path, Holder("two"), watch, TimeProvider.System));
            Assert.Equal("one", watch.Other!.Id);
        }

        using var second = Take(folder, "two");
        Assert.NotNull(second);
    }

    [Fact]
    public void A_lease_of_a_dead_build_on_this_machine_is_taken_at_once()
    {
        using var folder = new TempFolder();
        RecordFile.Write(folder["lease.json"], Holder("dead"), HistoryJson.Records.LeaseHolder);
        using var lease = Take(folder, "new");
        Assert.NotNull(lease);
    }

    [Fact]
    public void A_lease_of_another_machine_is_taken_when_its_heart_stops()
    {
        using var folder = new TempFolder();
        var time = new ManualTime();
        var watch = new LeaseWatch();
        Beat(folder, time);
        Assert.Null(Lease.TryTake(folder.Path, Holder("new"), watch, time));
        time.Advance(TimeSpan.FromSeconds(100));
        Beat(folder, time);
        Assert.Null(Lease.TryTake(folder.Path, Holder("new"), watch, time));
        time.Advance(TimeSpan.FromSeconds(100));
        Assert.Null(Lease.TryTake(folder.Path, Holder("new"), watch, time));
        time.Advance(TimeSpan.FromSeconds(30));
        using var lease = Lease.TryTake(folder.Path, Holder("new"), watch, time);
        Assert.NotNull(lease);
    }

    [Fact]
    public void A_half_lease_stops_nobody()
    {
        using var folder = new TempFolder();
        folder.Write("lease.json", "{ \"id\": ");
        using var lease = Take(folder, "new");
        Assert.NotNull(lease);
    }

    private static Lease? Take(TempFolder folder, string id) =>
        Lease.TryTake(folder.Path, Holder(id), new LeaseWatch(), TimeProvider.System);

    private static LeaseHolder Holder(string id, string host = "here") => new(id, host, 1, APlan.Noon, APlan.Noon);

    private static void Beat(TempFolder folder, ManualTime time) => RecordFile.Write(
        folder["lease.json"], Holder("far", "there") with { Heartbeat = time.GetUtcNow() }, HistoryJson.Records.LeaseHolder);
}
