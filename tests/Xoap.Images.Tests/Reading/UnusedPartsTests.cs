using Xoap.Images.Tests.Infra;

namespace Xoap.Images.Tests.Reading;

public class UnusedPartsTests
{
    private const string Own = An.ProjectDirectory + "/web.imgproj";
    private const string Package = "/packages/contoso/1.0.0/buildTransitive/contoso.props";

    [Fact]
    public void A_provisioner_in_no_group_is_told() => Read.HasProblem(
        An.DebianImage().In(Own).Provisioner("spare", "LinuxRestart"),
        "XIMG1104",
        "Provisioner.spare",
        "No group holds the provisioner 'spare', so it never runs. List it in Provisioners of a group, or remove it.");

    [Fact]
    public void A_group_in_no_role_is_told_and_its_steps_are_not() => Read.HasProblem(
        An.DebianImage().In(Own).Provisioner("spare", "LinuxRestart").Group("spares", "spare"),
        "XIMG1105",
        "ProvisionerGroup.spares",
        "No role holds the group 'spares', so its steps never run. List it in Groups of a role, or remove it.");

    [Fact]
    public void A_group_without_provisioners_is_told() => Read.HasProblem(
        An.DebianImage().In(Own).Item("ProvisionerGroup", "empty", "Roles=server"),
        "XIMG1106",
        "ProvisionerGroup.empty",
        "Group 'empty' has no provisioner. List some in Provisioners, or remove the group.");

    [Fact]
    public void What_another_file_brings_may_be_more_than_one_uses() => Read.Valid(
        An.DebianImage().In(Package).Provisioner("spare", "LinuxRestart").Group("spares", "").Item("ProvisionerGroup", "empty", "Roles=server"));

    [Fact]
    public void Members_may_be_named_from_either_side_and_in_any_role() => Read.Valid(
        An.DebianImage().In(Own)
            .Provisioner("a", "LinuxRestart", "Groups=mine")
            .Item("ProvisionerGroup", "mine", "Roles=other")
            .Role("other", "").Property("ImageRole", "server"));

    [Fact]
    public void A_misspelt_member_is_told_alone() => Assert.Equal(
        ["XIMG1103"],
        Read.Problems(An.DebianImage().In(Own).Provisioner("spare", "LinuxRestart").Group("g", "spar").Role("r", "g").Property("ImageRole", "r"))
            .Select(problem => problem.Code));

    [Fact]
    public void A_step_that_could_not_be_read_leaves_its_group_no_emptier() => Assert.Equal(
        ["XIMG1001"],
        Read.Problems(An.DebianImage().In(Own).Provisioner("a", "LinuxRestar", "Groups=mine").Item("ProvisionerGroup", "mine", "Roles=server"))
            .Select(problem => problem.Code));
}
