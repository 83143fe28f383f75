using Xoap.Images.Diagnostics;
using Xoap.Images.Model;
using Xoap.Images.Reading;
using Xoap.Images.Tests.Infra;

namespace Xoap.Images.Tests.Reading;

public class ImageTestTests
{
    [Fact]
    public void A_test_without_metadata_is_known_by_its_name()
    {
        var tests = Tests(An.DebianImage().Item("ImageTest", "tests/web.Tests.ps1").Item("ImageTest", "tests/deep/web.BATS"));
        Assert.Equal([TestFramework.Pester, TestFramework.Bats], tests.Select(test => test.Framework));
        Assert.All(tests, test => Assert.Equal((TestPhase.Test, TimeSpan.FromMinutes(10)), (test.Phase, test.Timeout)));
        Assert.Equal(["/projects/web/tests/web.Tests.ps1", "/projects/web/tests/deep/web.BATS"], tests.Select(test => test.Path));
        Assert.Equal(["/projects/web/tests", "/projects/web/tests/deep"], tests.SelectMany(test => test.Files));
        Assert.Equal(["tests/web.Tests.ps1", "tests/deep/web.BATS"], tests.Select(test => test.GuestPath(test.Path)));
    }

    [Fact]
    public void Every_metadatum_is_read()
    {
        var test = Assert.Single(Tests(An.DebianImage().Property("ImageTags", "a=1;b=c").Item(
            "ImageTest", "x.sh", "Framework=junit", "Phase=build", "Timeout=90s", "Files=lib/**;data", "Results=/tmp/x.xml", "RunAs=root", "UsePwsh=true",
            "EnvironmentVariables=VERSION=1.2;LOGIN=env:WEB_LOGIN",
            "ElevatedUser=packer:build.User", "ElevatedPassword=packer:build.Password", "Roles=server", "Groups=basics", "Provisioners=hello", "Tags=a;b=c",
            "Platforms=linux", "OperatingSystems=debian-12", "Architectures=amd64", "Providers=AWS", "Builders=qemu", "Description=d", "Labels=l")));
        Assert.Equal((TestFramework.JUnit, TestPhase.Build, TimeSpan.FromSeconds(90)), (test.Framework, test.Phase, test.Timeout));
        Assert.Equal("/projects/web/lib/** /projects/web/data", string.Join(' ', test.Files));
        Assert.Equal(("/tmp/x.xml", "root", true, "d"), (test.Results, test.Login.RunAs, test.Login.UsePwsh, test.Description));
        Assert.Equal(new SettingValue.Expression("build.User"), test.Login.ElevatedUser!.Value);
        Assert.Equal(new SettingValue.Expression("build.Password"), test.Login.ElevatedPassword!.Value);
        Assert.Equal(
            [("VERSION", new SettingValue.Text("1.2")), ("LOGIN", new SettingValue.Secret(new SecretReference(SecretSource.Env, "WEB_LOGIN")))],
            Assert.IsType<SettingValue.Map>(test.Environment!.Value).Entries.Select(entry => (entry.Key, entry.Value)));
        var selection = test.Selection;
        Assert.Equal(["server", "basics", "hello", "a", "b=c", "qemu"],
            [.. selection.Roles, .. selection.Groups, .. selection.Provisioners, .. selection.Tags, .. selection.Builders]);
        Assert.Equal(["Linux", "debian-12", "x64", "AWS"],
            [.. selection.Limits.Platforms, .. selection.Limits.OperatingSystems, .. selection.Limits.Architectures, .. selection.Limits.Providers]);
        Assert.False(selection.IsOffered);
    }

    [Fact]
    public void A_test_beside_the_project_takes_nothing_with_it() =>
        Assert.Empty(Assert.Single(Tests(An.DebianImage().Item("ImageTest", "web.bats"))).Files);

    [Fact]
    public void What_a_project_includes_itself_stands_for_what_the_pattern_found()
    {
        var tests = Tests(An.DebianImage()
            .In("/sdk/targets/Xoap.Images.Items.props").Item("ImageTest", "tests/a.bats").Item("ImageTest", "tests/b.bats")
            .In("/projects/web/web.imgproj").Item("ImageTest", "tests/../tests/b.bats", "Timeout=1m"));
        Assert.Equal(["tests/a.bats", "tests/../tests/b.bats"], tests.Select(test => test.Name));
        Assert.Equal([true, false], tests.Select(test => test.Selection.IsOffered));
        Assert.Equal(TimeSpan.FromMinutes(1), tests[1].Timeout);
    }

    [Fact]
    public void A_variable_that_sounds_like_a_secret_is_told() => Read.HasProblem(
        An.DebianImage().Item("ImageTest", "x.bats", "EnvironmentVariables=WEB_TOKEN=abc"),
        "XIMG1065",
        "ImageTest.x.bats.EnvironmentVariables",
        "'WEB_TOKEN' sounds like a secret, but its value stands in the project for everyone to read. Write WEB_TOKEN=env:NAME in EnvironmentVariables of a step or TemplateVariables of an answer file, or give it a name that says what it is (WEB_TOKENHash, WEB_TOKENFile).");

    [Fact]
    public void A_literal_password_is_an_error() => Read.HasProblem(
        An.DebianImage().Item("ImageTest", "x.bats", "ElevatedUser=me", "ElevatedPassword=geheim"),
        "XIMG1020",
        "ImageTest.x.bats.ElevatedPassword",
        "'ElevatedPassword' is a secret and must not stand in the project. Write ElevatedPassword=\"env:NAME\" and set the environment variable NAME when you build, or ElevatedPassword=\"file:PATH\" for a file that holds it.");

    [Fact]
    public void Tests_of_packages_lie_beside_each_other_as_in_their_package()
    {
        var source = An.DebianImage().Item("ImageTest", "/cache/hardening/content/tests/a/x.bats")
            .Item("ImageTest", "/cache/hardening/content/tests/b/x.bats").Item("ImageTest", "/shared/y.bats").Build();
        var items = source.Items.Select(item => item.Name.StartsWith("/cache", StringComparison.Ordinal)
            ? item with { Origin = item.Origin with { Package = new PackageName("Contoso.Hardening", "1.0.0") } }
            : item);
        var diagnostics = new DiagnosticBag();
        var tests = ImageReader.Read(source with { Items = [.. items] }, diagnostics).Tests;
        Assert.Empty(diagnostics);
        Assert.Equal(
            ["packages/Contoso.Hardening/a/x.bats", "packages/Contoso.Hardening/b/x.bats", "elsewhere/y.bats"],
            tests.Select(test => test.GuestPath(test.Path)));
        Assert.Equal([true, true, false], tests.Select(test => test.Selection.IsOffered));
    }

    [Theory]
    [InlineData("/projects/web/web.imgproj", 2)]
    [InlineData("/sdk/targets/Xoap.Images.Items.props", 2)]
    [InlineData("/projects/Directory.Build.targets", 0)]
    public void What_a_test_of_this_project_chooses_by_has_to_be_there(string file, int problems)
    {
        var project = An.DebianImage().Property("ImageTags", "team=web").In(file)
            .Item("ImageTest", "a.bats", "OperatingSystems=debian-12;debian-13", "Tags=TEAM;team=web;team=shop");
        var diagnostics = new DiagnosticBag();
        ImageReader.Read(project.Build(), diagnostics);
        Assert.Equal(problems, diagnostics.Count);
        Assert.All(diagnostics, problem => Assert.Equal(("XIMG1204", Severity.Warning), (problem.Code, problem.Severity)));
        Assert.All(diagnostics, problem => Assert.Matches("'debian-13'|'team=shop'", problem.Message));
    }

    private static List<ImageTest> Tests(ImageSourceBuilder project) => [.. Read.Valid(project).Tests];

}
