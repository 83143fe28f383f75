using Xoap.Images.Diagnostics;
using Xoap.Images.History;
using Xoap.Images.Tests.Infra;

namespace Xoap.Images.Tests.History;

public class BuildVersionTests
{
    [Fact]
    public void Variants_of_one_build_share_it_and_builds_count_up()
    {
        using var folder = new TempFolder();
        var bag = new DiagnosticBag();
        var first = Of(folder);
        Assert.Equal((1, 1), (first.Take(bag), first.Take(bag)));
        Assert.Equal(2, Of(folder).Take(bag));
        Assert.Empty(bag);
    }

    [Fact]
    public void A_hundred_builds_at_once_take_a_hundred_numbers()
    {
        using var folder = new TempFolder();
        var taken = new int[100];
        Parallel.For(0, 100, build => taken[build] = Of(folder).Take([])!.Value);
        Assert.Equal(Enumerable.Range(1, 100), taken.Order());
    }

    [Fact]
    public void A_given_number_is_used_once()
    {
        using var folder = new TempFolder();
        var bag = new DiagnosticBag();
        Assert.Equal(41, Of(folder, 41).Take(bag));
        Assert.Equal(42, Of(folder).Take(bag));
        Assert.Empty(bag);
        Assert.Null(Of(folder, 41).Take(bag));
        Assert.Equal("XIMG4503", Assert.Single(bag).Code);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_given_number_is_positive(int number)
    {
        using var folder = new TempFolder();
        var bag = new DiagnosticBag();
        Assert.Null(Of(folder, number).Take(bag));
        Assert.Equal("XIMG4504", Assert.Single(bag).Code);
    }

    [Fact]
    public void Images_of_a_lost_state_folder_are_never_overwritten()
    {
        using var folder = new TempFolder();
        folder.Write("images/local/web-v7.qcow2", "");
        folder.Write("images/other/web-v8/disk.vmdk", "");
        folder.Write("images/other/web-vx.qcow2", "");
        Assert.Equal(9, Of(folder).Take([]));
    }

    [Fact]
    public void A_state_folder_that_cannot_be_written_is_a_diagnostic()
    {
        using var folder = new TempFolder();
        folder.Write("state", "a file stands in the way");
        var bag = new DiagnosticBag();
        Assert.Null(Of(folder).Take(bag));
        Assert.Equal("XIMG4500", Assert.Single(bag).Code);
    }

    [Fact]
    public void A_full_disk_is_a_diagnostic()
    {
        var diagnostic = DiskFault.OfState("/state", new IOException("No space left on device", 28));
        Assert.Equal(("XIMG4501", "ImageStateDirectory"), (diagnostic.Code, diagnostic.Origin.Name));
    }

    private static BuildVersion Of(TempFolder folder, int? given = null) =>
        new(folder["state"], folder["images"], "web", given);
}
