using Xoap.Images.History;
using Xoap.Images.Model;
using Xoap.Images.Planning;
using Xoap.Images.Tests.Infra;

namespace Xoap.Images.Tests.History;

public class UpToDateTests
{
    private static readonly BuildPlan Plan = APlan.Of(("step Install: Command", "apt"), ("file site/index.html", "1"));

    [Fact]
    public void The_same_key_is_up_to_date() => Assert.True(Check(Plan, APlan.Success(Plan)).UpToDate);

    [Fact]
    public void Nothing_built_yet_is_not() => Assert.Equal(["never built"], Check(Plan, null).Reasons.ToArray());

    [Fact]
    public void Force_wins() =>
        Assert.Equal(["forced"], UpToDate.Check(Plan, APlan.Success(Plan), APlan.Noon, true, "/s", "/o").Reasons.ToArray());

    [Fact]
    public void Changed_added_and_removed_inputs_are_named()
    {
        var now = APlan.Of(("step Install: Command", "dnf"), ("file site/new.html", "2"));
        Assert.Equal(
            ["step Install: Command changed", "file site/new.html added", "file site/index.html removed"],
            Check(now, APlan.Success(Plan)).Reasons.ToArray());
    }

    [Theory]
    [InlineData(3, null, 4, null, "base image base changed (v3 -> v4)")]
    [InlineData(0, null, 4, null, "base image base changed (not built yet -> v4)")]
    [InlineData(3, "1.0.3", 4, "1.0.4", "base image base changed (v3 in Shop.Base 1.0.3 -> v4 in Shop.Base 1.0.4)")]
    public void A_changed_base_image_is_named_with_its_versions(int before, string? packageBefore, int now, string? packageNow, string reason)
    {
        var plan = APlan.Of(("base image base", "sha256:2"));
        var newest = APlan.Success(APlan.Of(("base image base", "sha256:1"))) with { Base = Base(before, packageBefore) };
        var system = A.Qemu().OperatingSystem! with { Base = Base(now, packageNow) };
        Assert.Equal([reason], Check(plan with { Variant = plan.Variant with { OperatingSystem = system } }, newest).Reasons.ToArray());

        static Ancestor Base(int version, string? package) =>
            new("base", version, "local", "", package is null ? null : "Shop.Base", package);
    }

    [Fact]
    public void Another_order_is_named()
    {
        var now = APlan.Of(("file site/index.html", "1"), ("step Install: Command", "apt"));
        Assert.Equal(["the order of steps or settings changed"], Check(now, APlan.Success(Plan)).Reasons.ToArray());
    }

    [Fact]
    public void A_label_that_stands_twice_is_compared_as_a_whole()
    {
        var before = APlan.Of(("tag", "a"), ("tag", "b"));
        Assert.Equal(["tag changed"], Check(APlan.Of(("tag", "a"), ("tag", "c")), APlan.Success(before)).Reasons.ToArray());
    }

    [Fact]
    public void A_missing_image_file_is_named()
    {
        var decision = Check(Plan, APlan.Success(Plan, new ImageArtifact("web-v1.qcow2", "/nowhere/web-v1.qcow2", "nowhere", 3)));
        Assert.Equal(["the image file '/nowhere/web-v1.qcow2' is gone"], decision.Reasons.ToArray());
    }

    [Fact]
    public void An_image_file_of_another_size_is_named()
    {
        using var folder = new TempFolder();
        var path = folder.Write("web-v1.qcow2", "four");
        var decision = Check(Plan, APlan.Success(Plan, new ImageArtifact("web-v1.qcow2", path, null, 3)));
        Assert.Equal([$"the image file '{path}' has 4 bytes instead of 3"], decision.Reasons.ToArray());
    }

    [Fact]
    public void Something_in_a_cloud_is_believed() =>
        Assert.True(Check(Plan, APlan.Success(Plan, new ImageArtifact("ami-123"))).UpToDate);

    [Theory]
    [InlineData("state/../images/local/web-v1.qcow2")]
    [InlineData("output/local/web-v1.qcow2")]
    public void Images_may_move_with_the_state_folder_or_the_output_folder(string place)
    {
        using var folder = new TempFolder();
        folder.Write(place, "abc");
        var artifact = new ImageArtifact("web-v1.qcow2", "/nowhere/web-v1.qcow2", "../images/local/web-v1.qcow2", 3);
        var decision = UpToDate.Check(
            Plan, APlan.Success(Plan, artifact), APlan.Noon, false, folder["state"], folder["output"]);
        Assert.True(decision.UpToDate, string.Join(", ", decision.Reasons.ToArray()));
    }

    [Fact]
    public void An_old_image_is_rebuilt_because_of_its_volatile_step()
    {
        var plan = Plan with { MaxAge = TimeSpan.FromDays(7), Steps = [APlan.Step(1, "A"), APlan.Step(2, "Patch", Volatility.Weekly)] };
        Assert.True(UpToDate.Check(plan, APlan.Success(plan), APlan.Noon.AddDays(6.9), false, "/s", "/o").UpToDate);
        Assert.Equal(
            ["older than 7 days: step Patch is Volatile"],
            UpToDate.Check(plan, APlan.Success(plan), APlan.Noon.AddDays(7), false, "/s", "/o").Reasons.ToArray());
    }

    [Fact]
    public void A_step_that_is_always_volatile_always_rebuilds()
    {
        var plan = Plan with { MaxAge = TimeSpan.Zero, Steps = [APlan.Step(1, "Stamp", Volatility.Always)] };
        Assert.Equal(["step Stamp is Volatile (always)"], Check(plan, APlan.Success(plan)).Reasons.ToArray());
    }

    [Fact]
    public void An_old_image_without_volatile_steps_names_the_property()
    {
        var plan = Plan with { MaxAge = TimeSpan.FromHours(12) };
        Assert.Equal(
            ["older than 12:00:00 (ImageMaxAge)"],
            UpToDate.Check(plan, APlan.Success(plan), APlan.Noon.AddDays(1), false, "/s", "/o").Reasons.ToArray());
    }

    private static UpToDateDecision Check(BuildPlan plan, ImageManifest? newest) =>
        UpToDate.Check(plan, newest, APlan.Noon, false, "/state", "/output");
}
