using Xoap.Images.Diagnostics;
using Xoap.Images.Planning;
using Xoap.Images.Reading;
using Xoap.Images.Tests.Infra;
using Xoap.Images.Validation;
using Xoap.Images.Validation.Rules;

namespace Xoap.Images.Tests.Planning;

public class SealTests
{
    [Theory]
    [InlineData("AmazonEbs", "Windows", "SealWindows", "AWS")]
    [InlineData("GoogleCompute", "Windows", "SealWindows", "Google")]
    [InlineData("AzureManaged", "Windows", "SealWindows", "Azure")]
    [InlineData("AzureGallery", "Windows", "SealWindows", "Azure")]
    [InlineData("AzureManaged", "Linux", "SealAzureLinux", null)]
    public void The_seal_is_automatic_by_provider_and_platform(string builder, string platform, string type, string? provider)
    {
        var steps = Plan(Image(builder, platform)).Steps;

        var seal = steps[^1];
        Assert.Equal((2, "Seal", true, type), (seal.Number, seal.Group, seal.Seal, seal.Provisioner.Type));
        Assert.Equal(provider, seal.Provisioner.Find("Provider") is { } setting ? SettingText.Of(setting.Value) : null);
        Assert.Equal(TimeSpan.FromHours(1), seal.Timeout);
    }

    [Theory]
    [InlineData("AmazonEbs", "Linux")]
    [InlineData("GoogleCompute", "Linux")]
    [InlineData("Qemu", "Linux")]
    [InlineData("Qemu", "Windows")]
    public void Other_guests_are_left_alone(string builder, string platform) =>
        Assert.DoesNotContain(Plan(Image(builder, platform)).Steps, step => step.Seal);

    [Fact]
    public void An_image_that_keeps_its_users_is_not_generalised()
    {
        var project = Image("AzureGallery", "Windows").Item(
            "BuilderBlock", "gallery", "Builder=b", "Block=shared_image_gallery_destination", "Specialized=true");

        Assert.DoesNotContain(Plan(project).Steps, step => step.Seal);
        Assert.Empty(Problems(project.Property("ImageSeal", "None")));
    }

    [Fact]
    public void In_the_seal_a_step_s_limits_choose_its_variants()
    {
        var project = Image("AmazonEbs", "Windows").Builder("d", "Qemu")
            .Provisioner("sysprep", "LocalCommand", "Command=true", "Providers=OnPremises")
            .Provisioner("tell", "LocalCommand", "Command=true")
            .Group("last", "sysprep;tell", "Seal=true").Role("r2", "steps;last").Property("ImageRole", "r2");

        Assert.Equal(
            ["1 hello, 2 tell, 3 Seal", "1 hello, 2 sysprep, 3 tell"],
            Plans(project, []).Select(plan => string.Join(", ", plan.Steps.Select(step => $"{step.Number} {step.Provisioner.Name}"))));
        Assert.Empty(Rules(project));
        Assert.Equal(["XIMG2011"], Rules(project.Group("first", "sysprep").Role("r3", "first;steps").Property("ImageRole", "r3")));
    }

    [Fact]
    public void Every_variant_has_its_own_seal_behind_the_groups_that_belong_to_it()
    {
        var project = Image("AmazonEbs", "Windows").Builder("c", "AzureManaged").Builder("d", "Qemu")
            .Provisioner("clean", "LocalCommand", "Command=true", "Groups=last").Group("last", "", "Seal=true")
            .Role("r2", "last;steps").Property("ImageRole", "r2");

        var plans = Plans(project, []);

        Assert.Equal(
            ["hello, clean, SealWindows AWS", "hello, clean, SealWindows Azure", "hello, clean"],
            plans.Select(plan => string.Join(", ", plan.Steps.Select(step => step.Group == "Seal"
                ? $"{step.Provisioner.Type} {SettingText.Of(step.Provisioner.Own[0].Value)}"
                : step.Provisioner.Name))));
        Assert.Contains(plans[0].ContentKey.Inputs, input => input is { Label: "step Seal: Provider", Value: "AWS" });
        Assert.NotEqual(plans[0].ContentKey.Key, plans[1].ContentKey.Key);
    }

    [Theory]
    [InlineData("Windows", "seal/generalise.PS1", "PowerShellScript")]
    [InlineData("Linux", "seal/clean.sh", "LinuxShellScript")]
    public void A_script_of_ones_own_takes_the_place_of_the_automatic_seal(string platform, string script, string type)
    {
        var project = Image("AzureManaged", platform).Property("ImageSeal", script);

        var seal = Plan(project).Steps[^1];
        Assert.Equal((type, true), (seal.Provisioner.Type, seal.Seal));
        Assert.Equal(An.ProjectDirectory + "/" + script, SettingText.Of(seal.Provisioner.Find("Script")!.Value));
        Assert.Contains(Planner.Sources(ImageReader.Read(project.Build(), [])), request => request.Path.EndsWith(script, StringComparison.Ordinal));
    }

    [Fact]
    public void A_shell_script_cannot_seal_windows() => HasProblem(
        Image("AzureManaged", "Windows").Property("ImageSeal", "/seal.sh"),
        "XIMG2511",
        "ImageSeal",
        "The seal script '/seal.sh' is a shell script, but the operating system is Windows. Write a PowerShell script (.ps1), or put the steps that generalise it into a group marked Seal=\"true\".");

    [Fact]
    public void A_PowerShell_script_cannot_seal_linux() => HasProblem(
        Image("AzureManaged", "Linux").Property("ImageSeal", "/seal.ps1"),
        "XIMG2550",
        "ImageSeal",
        "The seal script '/seal.ps1' is a PowerShell script, but the operating system is Linux. Write a shell script.");

    [Fact]
    public void On_premises_nothing_generalises_windows_by_itself() => HasProblem(
        Image("Qemu", "Windows"),
        "XIMG2551",
        "Builder.b",
        "Nothing generalises the Windows image of builder 'b': machines made from it would share one identity. Put the steps that run Sysprep into a group marked Seal=\"true\", name a script in ImageSeal, or set ImageSeal to None if it happens elsewhere.");

    [Fact]
    public void On_premises_a_seal_of_ones_own_is_enough()
    {
        Assert.Empty(Problems(Image("Qemu", "Windows").Property("ImageSeal", "None")));
        Assert.Empty(Problems(Image("Qemu", "Windows").Property("ImageSeal", "seal.ps1")));
        Assert.Empty(Problems(Image("Qemu", "Windows").Item("ProvisionerGroup", "last", "Seal=true", "Provisioners=hello")
            .Role("r2", "steps;last").Property("ImageRole", "r2")));
        Assert.Empty(Problems(Image("Qemu", "Windows", "ShutdownCommand=C:\\Windows\\System32\\Sysprep\\Sysprep.exe /generalize /oobe /shutdown /quiet")));
    }

    [Theory]
    [InlineData("Windows")]
    [InlineData("Linux")]
    public void Azure_wants_a_generalised_guest(string platform) => HasProblem(
        Image("AzureManaged", platform).Property("ImageSeal", "None"),
        "XIMG2552",
        "ImageSeal",
        "ImageSeal is None and no group is marked Seal=\"true\", but builder 'b' makes an image that Azure takes for a generalised one: machines made from it would not start. Remove ImageSeal, or generalise the guest in a group marked Seal=\"true\".");

    [Fact]
    public void Without_a_seal_none_is_needed_elsewhere()
    {
        Assert.Empty(Problems(Image("AmazonEbs", "Windows").Property("ImageSeal", "none")));
        Assert.DoesNotContain(Plan(Image("AmazonEbs", "Windows").Property("ImageSeal", "none")).Steps, step => step.Seal);
    }

    [Fact]
    public void The_plan_shows_the_seal()
    {
        var text = PlanText.Of(Plan(Image("AzureManaged", "Linux")), []);

        Assert.Contains("  Seal (seal)\n      2. Seal ", text, StringComparison.Ordinal);
        Assert.Contains(" SealAzureLinux ", text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_variants_have_in_common_is_planned_once()
    {
        var plans = Plans(Image("AmazonEbs", "Windows").Builder("c", "AzureManaged"), []);

        Assert.Same(plans[0].Steps[0], plans[1].Steps[0]);
        Assert.NotSame(plans[0].Steps[1], plans[1].Steps[1]);
    }

    /// <summary>One harmless step on a builder named b; the operating system fits any provider.</summary>
    private static ImageSourceBuilder Image(string builder, string platform, params string[] metadata) => An.Image()
        .Builder("b", builder, metadata)
        .OperatingSystem("os", $"Platform={platform}")
        .Provisioner("hello", "LocalCommand", "Command=true", "Timeout=1m").Group("steps", "hello").Role("r", "steps");

    private static BuildPlan Plan(ImageSourceBuilder project) => Plans(project, [])[0];

    private static Diagnostic[] Problems(ImageSourceBuilder project)
    {
        var diagnostics = new DiagnosticBag();
        Plans(project, diagnostics);
        return [.. diagnostics];
    }

    /// <summary>What the builders still lack does not matter here.</summary>
    private static BuildPlan[] Plans(ImageSourceBuilder project, DiagnosticBag diagnostics) =>
        [.. Planner.Plan(ImageReader.Read(project.Build(), []), new SourceContents(), diagnostics)];

    private static void HasProblem(ImageSourceBuilder project, string code, string place, string message) =>
        Read.IsProblem(Problems(project), code, place, message);

    /// <summary>Codes of what the rule on steps and variants says.</summary>
    private static IEnumerable<string> Rules(ImageSourceBuilder project)
    {
        var definition = ImageReader.Read(project.Build(), []);
        var diagnostics = new DiagnosticBag();
        StepsFitTheirVariants.Check(definition, new ReadingTroubles([]), diagnostics);
        return diagnostics.Select(diagnostic => diagnostic.Code).Distinct();
    }
}
