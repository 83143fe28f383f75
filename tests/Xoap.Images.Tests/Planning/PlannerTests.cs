using System.Collections.Immutable;
using Xoap.Images.Diagnostics;
using Xoap.Images.Model;
using Xoap.Images.Planning;
using Xoap.Images.Tests.Infra;

namespace Xoap.Images.Tests.Planning;

public class PlannerTests
{
    [Fact]
    public void Steps_are_numbered_through_and_named_in_ascii()
    {
        var steps = A.Plan(A.Image(A.Command("Größe prüfen"), A.Command("日本"))).Steps;

        Assert.Equal(["001-große-prufen".Replace("ß", "-", StringComparison.Ordinal), "002-x"], steps.Select(step => step.FileName));
    }

    [Fact]
    public void A_step_without_a_timeout_gets_the_default()
    {
        var hurried = A.Command("b") with { Limits = new StepLimits(TimeSpan.FromMinutes(2), null, null) };
        var image = A.Image(A.Command("a"), hurried) with { DefaultProvisionerTimeout = TimeSpan.FromMinutes(45) };

        Assert.Equal([TimeSpan.FromMinutes(45), TimeSpan.FromMinutes(2)], A.Plan(image).Steps.Select(step => step.Timeout));
    }

    [Theory]
    [InlineData("Never", null, null)]
    [InlineData("Never", 30, 30)]
    [InlineData("Weekly", null, 7)]
    [InlineData("Weekly", 3, 3)]
    [InlineData("Daily", 30, 1)]
    [InlineData("Always", null, 0)]
    public void The_shortest_life_decides(string volatility, int? maxAge, int? expected)
    {
        var image = A.Image(A.Command("a"), A.Command("b") with { Volatile = Enum.Parse<Volatility>(volatility) }) with
        {
            MaxAge = maxAge is { } days ? TimeSpan.FromDays(days) : null,
        };

        Assert.Equal(expected is { } left ? TimeSpan.FromDays(left) : null, A.Plan(image).MaxAge);
    }

    [Fact]
    public void A_seal_script_is_the_last_step_and_runs_as_root()
    {
        var image = A.Image(A.Command("a")) with { Seal = "/project/seal.sh" };
        var step = A.Plan(image).Steps[^1];

        Assert.Equal(("Seal", true, "LinuxShellScript"), (step.Group, step.Seal, step.Provisioner.Type));
        Assert.Contains(Planner.Sources(image), request => request.Path == "/project/seal.sh");
    }

    [Fact]
    public void A_seal_script_for_windows_is_an_error()
    {
        var windows = A.Qemu() with
        {
            OperatingSystem = A.Qemu().OperatingSystem! with { Platform = Platform.Windows },
        };
        var diagnostics = new DiagnosticBag();

        _ = Planner.Plan(A.Image() with { Seal = "/seal.sh", Variants = [windows] }, new SourceContents(), diagnostics);

        Assert.Equal("XIMG2511", Assert.Single(diagnostics).Code);
    }

    [Fact]
    public void Only_files_of_the_role_are_looked_at()
    {
        var used = A.Provisioner("used", "File", "file", A.Files("Source", "/used"));
        var unused = A.Provisioner("unused", "File", "file", A.Files("Source", "/unused"));
        var image = A.Image(used) with { Provisioners = [used, unused] };

        Assert.Equal(["/used"], Planner.Sources(image).Select(request => request.Path));
    }

    [Fact]
    public void Resolved_json_reads_back_as_it_was_written()
    {
        var image = A.Image(A.Command("a", "echo \"ä ${x} {{y}}\"\n"), A.Provisioner("f", "File", "file", A.Files("Source", "/site"))) with
        {
            Variants = [A.Qemu(A.Text("memory", "1024", Impact.Target)), A.Null()],
            Tags = [new MapEntry("team", new SettingValue.Text("web"))],
        };
        var text = PlanJson.Write(A.Plans(image, A.Contents(("/site", true, [("index.html", "aa")]))));

        Assert.Equal(text, PlanJson.Write(PlanJson.Read(text)));
        Assert.Contains("\"index.html\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Resolved_json_is_what_the_serializer_would_write()
    {
        var plans = ImmutableArray.Create(Filled.Of<BuildPlan>(), A.Plan(A.Image(A.Command("a", "true")) with { Variants = [A.Null()] }));

        var serialized = System.Text.Json.JsonSerializer.Serialize(new ResolvedImage(plans), PlanJsonContext.Readable.ResolvedImage);

        Assert.Equal(serialized + "\n", PlanJson.Write(plans));
        Assert.Contains("expression", serialized, StringComparison.Ordinal);
    }

    [Fact]
    public void The_plan_is_readable()
    {
        var image = A.Image(A.Command("Harden"), A.Command("Update") with { Volatile = Volatility.Weekly }) with { Variants = [A.Qemu()] };

        var text = PlanText.Of(A.Plan(image), ["step Harden: Command changed"]);

        Assert.Contains("image on qemu (Qemu)", text, StringComparison.Ordinal);
        Assert.Contains("  1. Harden", text, StringComparison.Ordinal);
        Assert.Contains("timeout 1h, volatile weekly", text, StringComparison.Ordinal);
        Assert.Contains("    - step Harden: Command changed\n", text, StringComparison.Ordinal);
        Assert.EndsWith("  up to date\n", PlanText.Of(A.Plan(image), []), StringComparison.Ordinal);
    }
}
