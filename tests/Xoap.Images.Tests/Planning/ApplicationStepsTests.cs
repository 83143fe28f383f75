using Xoap.Images.Planning;
using Xoap.Images.Tests.Infra;

namespace Xoap.Images.Tests.Planning;

public sealed class ApplicationStepsTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public ApplicationStepsTests()
    {
        _folder.Write("chrome/Deploy-Application.ps1", "exit 0");
        _folder.Write("chrome/Files/setup.exe", "1");
        _folder.Write("erp/Deploy-Application.ps1", "exit 0");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_group_is_its_applications_in_order()
    {
        var steps = Plan("ApplicationGroup=all", "PauseBefore=5s", "MaxRetries=2").Steps;
        Assert.Equal(["apps/erp", "apps/chrome"], steps.Select(step => step.Provisioner.Name));
        Assert.Equal(["001-apps-erp", "002-apps-chrome"], steps.Select(step => step.FileName));
        Assert.Equal([TimeSpan.FromSeconds(5), null], steps.Select(step => step.Provisioner.Limits.PauseBefore));
        Assert.Equal([2, 2], steps.Select(step => step.Provisioner.Limits.MaxRetries!.Value));
        Assert.All(steps, step => Assert.Equal("steps", step.Group));
    }

    [Fact]
    public void A_role_is_the_applications_of_its_groups_each_once()
    {
        var plan = WholeImage.Plan(Project(("apps", "ApplicationRoleInstaller", ["ApplicationRole=desktop"])));
        Assert.Equal(["apps/chrome", "apps/erp"], plan.Steps.Select(step => step.Provisioner.Name));
    }

    [Fact]
    public void A_changed_file_of_a_package_is_named()
    {
        var before = Plan("ApplicationGroup=all").ContentKey;
        _folder.Write("chrome/Files/setup.exe", "2");
        var after = Plan("ApplicationGroup=all").ContentKey;
        Assert.Equal(
            ["step apps/chrome: chrome/Files/setup.exe"],
            after.Inputs.Except(before.Inputs).Select(input => input.Label));
        Assert.NotEqual(before.Key, after.Key);
    }

    [Fact]
    public void A_package_that_no_installer_of_the_role_needs_is_not_looked_at() => Assert.Empty(WholeImage.Problems(
        Project(("apps", "ApplicationGroupInstaller", ["ApplicationGroup=all"]))
            .Item("Application", "other", "Package=nowhere")));

    [Fact]
    public void A_package_that_is_not_there_is_reported_at_its_application() => Read.IsProblem(
        WholeImage.Problems(Project(("apps", "ApplicationGroupInstaller", ["ApplicationGroup=late"]))
            .Item("Application", "late", "Package=" + _folder["chrom"])
            .Item("ApplicationGroup", "late", "Applications=late")),
        "XIMG0101",
        "Application.late.Package",
        $"'{_folder["chrom"]}' does not exist. Did you mean 'chrome'? Relative paths start at the project's folder.");

    [Fact]
    public void The_registration_with_a_pull_server_is_taken_back_before_anything_of_the_seal()
    {
        var plan = WholeImage.Plan(Pullserver(seal: false));
        Assert.Equal(
            [("x", false), ("y", false), ("Unregister DSC", true), ("last", true)],
            plan.Steps.Select(step => (step.Provisioner.Name, step.Seal)));
    }

    [Fact]
    public void A_registration_within_the_seal_is_taken_back_behind_it()
    {
        var plan = WholeImage.Plan(Pullserver(seal: true));
        Assert.Equal(["x", "y", "Unregister DSC", "last"], plan.Steps.Select(step => step.Provisioner.Name));
    }

    private static ImageSourceBuilder Pullserver(bool seal) => WindowsImage.Project()
        .Property("ImageRole", "all")
        .Provisioner("x", "DscPullserverConfiguration", "WorkspaceId=ws-12345678", "GroupName=g", "Timeout=1h")
        .Provisioner("y", "PowerShellCommand", "Command=y", "Timeout=1h")
        .Provisioner("last", "PowerShellCommand", "Command=z", "Timeout=1h")
        .Group("one", "x;y", $"Seal={seal}")
        .Group("two", "last", "Seal=true")
        .Role("all", "one;two");

    private BuildPlan Plan(params string[] metadata) => WholeImage.Plan(Project(("apps", "ApplicationGroupInstaller", metadata)));

    private ImageSourceBuilder Project(params (string Name, string Type, string[] Metadata)[] provisioners) =>
        WindowsImage.Project(provisioners)
            .Item("Application", "chrome", "Package=" + _folder["chrome"], "Description=A browser")
            .Item("Application", "erp", "Package=" + _folder["erp"], "Arguments=-Site 1")
            .Item("ApplicationGroup", "all", "Applications=ERP;chrome")
            .Item("ApplicationGroup", "first", "Applications=chrome")
            .Item("ApplicationRole", "desktop", "Groups=first;all");
}
