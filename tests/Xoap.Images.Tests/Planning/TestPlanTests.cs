using Xoap.Images.Diagnostics;
using Xoap.Images.Model;
using Xoap.Images.Planning;
using Xoap.Images.Tests.Infra;

namespace Xoap.Images.Tests.Planning;

public class TestPlanTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false, "Roles=other")]
    [InlineData(true, "Roles=other;SERVER")]
    [InlineData(true, "Groups=basics")]
    [InlineData(false, "Groups=more")]
    [InlineData(true, "Provisioners=hello")]
    [InlineData(false, "Provisioners=bye")]
    [InlineData(true, "Tags=team")]
    [InlineData(true, "Tags=x;team=web")]
    [InlineData(false, "Tags=team=shop")]
    [InlineData(true, "Platforms=Linux")]
    [InlineData(false, "Platforms=Windows")]
    [InlineData(false, "OperatingSystems=debian-13")]
    [InlineData(true, "Architectures=amd64")]
    [InlineData(false, "Architectures=arm64")]
    [InlineData(false, "Providers=AWS")]
    [InlineData(true, "Builders=qemu", "Groups=basics", "Tags=team")]
    [InlineData(false, "Builders=qemu", "Groups=more", "Tags=team")]
    public void A_test_is_for_the_images_that_it_chooses(bool isChosen, params string[] metadata)
    {
        var project = An.DebianImage().Property("ImageTags", "team=web").Property("ImageRole", "server")
            .Provisioner("bye", "LinuxShellCommand", "Command=true", "Timeout=1m").Group("more", "bye").Role("other", "more")
            .In("/projects/shared.props").Item("ImageTest", "a.bats", metadata);
        Assert.Equal(isChosen ? ["a.bats"] : [], Planned(project).Select(test => test.Test.Name));
    }

    [Fact]
    public void Tests_have_numbers_and_their_files()
    {
        var project = An.DebianImage().Item("ImageTest", "tests/b.bats").Item("ImageTest", "tests/c.bats", "Phase=Build")
            .Item("ImageTest", "tests/a.Tests.ps1", "Files=lib/*.psm1");
        var definition = Read.Valid(project);
        var contents = new SourceContents();
        foreach (var request in Planner.Sources(definition))
        {
            contents.Add(new SourceFiles(request.Path, false, []));
        }

        var plan = A.Plan(definition, contents);
        Assert.Contains("\n  tested by tests/b.bats (Bats)\n  tested by tests/a.Tests.ps1 (Pester)\n", PlanText.Of(plan, []), StringComparison.Ordinal);
        Assert.Equal([(1, "tests/b.bats"), (2, "tests/a.Tests.ps1")], plan.Tests.Select(test => (test.Number, test.Test.Name)));
        Assert.Equal(
            ["/projects/web/tests/b.bats", "/projects/web/tests", "/projects/web/tests/a.Tests.ps1", "/projects/web/lib/*.psm1"],
            plan.Tests.SelectMany(test => test.Sources).Select(source => source.Path));
        Assert.Equal(PlanJson.Write([plan]), PlanJson.Write(PlanJson.Read(PlanJson.Write([plan]))));
    }

    [Fact]
    public void Tests_of_the_image_are_in_no_key()
    {
        var plain = A.Plan(Read.Valid(An.DebianImage()));
        var tested = A.Plan(Read.Valid(An.DebianImage().Item("ImageTest", "tests/b.bats")));
        Assert.Equal((plain.ContentKey.Key, plain.TargetKey.Key), (tested.ContentKey.Key, tested.TargetKey.Key));
    }

    [Fact]
    public void Tests_of_the_build_are_its_last_step_before_the_seal()
    {
        var plan = A.Plan(Build() with
        {
            Groups = [A.Group("Group", ["one"]), A.Group("Sealing", ["two"], seal: true)],
            Role = A.Role("Group", "Sealing"),
        });
        Assert.Equal(["001-one", "002-tests", "003-two"], plan.Steps.Select(step => step.FileName));
        Assert.Equal([1, 2, 3], plan.Steps.Select(step => step.Number));
        Assert.Equal([false, false, true], plan.Steps.Select(step => step.Seal));
        Assert.Equal(TimeSpan.FromMinutes(10 + (2 * 2)), plan.Steps[1].Timeout);
        Assert.True(plan.Steps[1].TestRun!.IsGate);
        Assert.Contains("timeout 14m", PlanText.Of(plan, []), StringComparison.Ordinal);
        Assert.Contains("\n         tests/a.bats\n         tests/b.bats\n", PlanText.Of(plan, []), StringComparison.Ordinal);
        Assert.Equal(PlanJson.Write([plan]), PlanJson.Write(PlanJson.Read(PlanJson.Write([plan]))));
    }

    [Fact]
    public void A_changed_test_of_the_build_is_another_image_and_what_runs_it_is_not()
    {
        var plan = A.Plan(Build(), Contents("1", "1"));
        var changed = A.Plan(Build(), Contents("2", "1"));
        Assert.NotEqual(plan.ContentKey.Key, changed.ContentKey.Key);
        Assert.Equal(
            ["test tests/a.bats: tests/a.bats"],
            plan.ContentKey.Inputs.Except(changed.ContentKey.Inputs).Select(input => input.Label.TrimEnd('/')));
        Assert.NotEqual(plan.ContentKey.Key, A.Plan(Build(), Contents("1", "2")).ContentKey.Key);
        var told = A.Plan(
            Build() with { Tests = [Build().Tests[0] with { Environment = A.Map("EnvironmentVariables", ("A", new SettingValue.Text("1"))) }, Build().Tests[1]] },
            Contents("1", "1"));
        Assert.Equal(["test tests/a.bats: EnvironmentVariables"], told.ContentKey.Inputs.Except(plan.ContentKey.Inputs).Select(input => input.Label));
        Assert.Equal(plan.ContentKey.Key, A.Plan(Build() with { BatsFolder = "/usr" }, Contents("1", "1")).ContentKey.Key);
        Assert.Equal(3, A.Plan(Build() with { BatsFolder = "/usr" }, Contents("1", "1")).Steps[^1].TestRun!.Tools.Length);
    }

    [Fact]
    public void A_changed_test_of_the_image_beside_one_of_the_build_changes_nothing()
    {
        ImageDefinition With(string phaseOfOther) => Build() with
        {
            Tests = [Tested.File("/p", "tests/a.bats", TestFramework.Bats), Tested.File("/p", "tests/b.bats", TestFramework.Bats, Enum.Parse<TestPhase>(phaseOfOther))],
        };
        Assert.Equal(A.Plan(With("Test"), Contents("1", "1", "1")).ContentKey.Key, A.Plan(With("Test"), Contents("1", "1", "2")).ContentKey.Key);
        Assert.NotEqual(A.Plan(With("Build"), Contents("1", "1", "1")).ContentKey.Key, A.Plan(With("Build"), Contents("1", "1", "2")).ContentKey.Key);
    }

    private static ImageDefinition Build() => A.Image(A.Command("one"), A.Command("two")) with
    {
        Tests = [Tested.File("/p", "tests/a.bats", TestFramework.Bats), Tested.File("/p", "tests/b.bats", TestFramework.Bats)],
        Groups = [A.Group("Group", ["one"])],
    };

    private static SourceContents Contents(string test, string helper, string other = "1") => A.Contents(
        ("/p/tests", true, [("a.bats", test), ("b.bats", other), ("helper.bash", helper)]),
        ("/usr/bin/bats", false, [("bats", "1")]),
        ("/usr/lib/bats-core", true, [("common.bash", "1")]),
        ("/usr/libexec/bats-core", true, [("bats", "1")]),
        ("/p/tests/a.bats", false, [("", test)]),
        ("/p/tests/b.bats", false, [("", other)]));

    [Fact]
    public void Bats_is_not_for_Windows_and_Pester_is_for_both()
    {
        var tests = Planned(WindowsImage.Project(("run", "PowerShellCommand", ["Command=true"]))
            .In("/sdk/targets/Xoap.Images.Items.props").Item("ImageTest", "tests/a.bats").Item("ImageTest", "tests/a.Tests.ps1"));
        Assert.Equal(["tests/a.Tests.ps1"], tests.Select(test => test.Test.Name));
    }

    [Fact]
    public void Two_files_that_Windows_takes_for_one_are_an_error()
    {
        var definition = Read.Valid(WindowsImage.Project(("run", "PowerShellCommand", ["Command=true"]))
            .Item("ImageTest", "tests/a.Tests.ps1").Item("ImageTest", "tests/A.tests.ps1"));
        var diagnostics = new DiagnosticBag();
        Planner.Plan(definition, new SourceContents(), diagnostics);
        Read.IsProblem(
            [.. diagnostics.Where(diagnostic => diagnostic.Severity == Severity.Error)], "XIMG2573", "ImageTest.tests/A.tests.ps1",
            "'tests/A.tests.ps1' and 'tests/a.Tests.ps1' would be the same file in the guest. Rename one.");
    }

    private static PlannedTest[] Planned(ImageSourceBuilder project) => [.. A.Plan(Read.Valid(project)).Tests];
}
