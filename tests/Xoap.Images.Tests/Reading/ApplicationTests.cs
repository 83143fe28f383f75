using Xoap.Images.Tests.Infra;

namespace Xoap.Images.Tests.Reading;

public class ApplicationTests
{
    [Fact]
    public void An_application_is_a_package_with_arguments()
    {
        var application = Assert.Single(Read.Valid(Project()).Applications);
        Assert.Equal(
            ("chrome", "/projects/web/packages/chrome.zip", "-Site Berlin", "A browser"),
            (application.Name, application.Package, application.Arguments, application.Description));
    }

    [Fact]
    public void Members_named_from_both_sides_count_once_listed_ones_first()
    {
        var image = Read.Valid(Project()
            .Item("Application", "c", "Package=c", "Groups=G")
            .Item("Application", "a", "Package=a", "Groups=g;H")
            .Item("ApplicationGroup", "G", "Applications=Chrome;a")
            .Item("ApplicationGroup", "H", "Roles=R")
            .Item("ApplicationRole", "R", "Groups=g", "Description=All"));
        Assert.Equal(["chrome", "a", "c"], image.ApplicationGroups[0].Applications.ToArray());
        Assert.Equal(["a"], image.ApplicationGroups[1].Applications.ToArray());
        var role = Assert.Single(image.ApplicationRoles);
        Assert.Equal(("R", "All"), (role.Name, role.Description));
        Assert.Equal(["G", "H"], role.Groups.ToArray());
    }

    [Fact]
    public void An_application_without_a_package_is_an_error() => Read.HasProblem(
        Project().Item("Application", "x"),
        "XIMG1002",
        "Application.x",
        "Application 'x' has no Package. Write Package=\"…\".");

    [Fact]
    public void A_setting_that_an_application_does_not_know_is_an_error() => Read.HasProblem(
        Project().Item("Application", "x", "Pakage=x.zip", "Package=x.zip"),
        "XIMG1003",
        "Application.x.Pakage",
        "Application 'x' has the setting 'Pakage', which Application does not know. Did you mean 'Package'?");

    [Fact]
    public void A_group_that_lists_an_unknown_application_is_an_error() => Read.HasProblem(
        Project().Item("ApplicationGroup", "browsers", "Applications=crome"),
        "XIMG1103",
        "ApplicationGroup.browsers.Applications",
        "Applications of ApplicationGroup 'browsers' names 'crome', but there is no Application of that name. Did you mean 'chrome'?");

    [Fact]
    public void An_application_of_an_unknown_group_is_an_error() => Read.HasProblem(
        Project().Item("Application", "x", "Package=x", "Groups=browser").Item("ApplicationGroup", "browsers", "Applications=chrome"),
        "XIMG1103",
        "Application.x.Groups",
        "Groups of Application 'x' names 'browser', but there is no ApplicationGroup of that name. Did you mean 'browsers'?");

    [Fact]
    public void A_role_that_lists_an_unknown_group_is_an_error() => Read.HasProblem(
        Project().Item("ApplicationRole", "desktop", "Groups=office"),
        "XIMG1103",
        "ApplicationRole.desktop.Groups",
        "Groups of ApplicationRole 'desktop' names 'office', but there is no ApplicationGroup of that name.");

    [Fact]
    public void Two_applications_of_one_name_are_an_error() => Assert.Equal(
        ["Application.Chrome"],
        Read.Problems(Project().Item("Application", "Chrome", "Package=x")).Select(problem => Read.Place(problem.Origin)));

    private static ImageSourceBuilder Project() => An.DebianImage()
        .Item("Application", "chrome", "Package=packages/chrome.zip", "Arguments=-Site Berlin", "Description=A browser");
}
