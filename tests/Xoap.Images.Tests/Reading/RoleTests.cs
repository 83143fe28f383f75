using Xoap.Images.Tests.Infra;

namespace Xoap.Images.Tests.Reading;

public class RoleTests
{
    [Fact]
    public void Members_named_from_both_sides_count_once_listed_ones_first()
    {
        var image = Read.Valid(An.Image().OnQemu()
            .Provisioner("c", "LinuxRestart", "Groups=G")
            .Provisioner("a", "LinuxRestart", "Groups=g;H")
            .Provisioner("b", "LinuxRestart")
            .Group("G", "B;a")
            .Group("H", "", "Roles=R")
            .Role("R", "G"));
        Assert.Equal(["b", "a", "c"], image.Groups[0].Provisioners.ToArray());
        Assert.Equal(["a"], image.Groups[1].Provisioners.ToArray());
        Assert.Equal(["G", "H"], image.Role!.Groups.ToArray());
    }

    [Fact]
    public void The_property_chooses_among_several_roles()
    {
        var image = Read.Valid(An.DebianImage().Role("other", "").Property("ImageRole", "SERVER"));
        Assert.Equal("server", image.Role!.Name);
    }

    [Fact]
    public void Groups_have_wishes_and_may_belong_to_the_seal()
    {
        var group = Read.Valid(An.DebianImage().Group("last", "", "Seal=true", "After=basics", "Before=x;y")).Groups[1];
        Assert.True(group.Seal);
        Assert.Equal(("basics", "x,y"), (string.Join(',', group.After), string.Join(',', group.Before)));
    }

    [Fact]
    public void No_role_is_an_error() => Read.HasProblem(
        An.Image().OnQemu(),
        "XIMG1110",
        "Project",
        "The project has no role, so nothing would be done to the image. Add <ProvisionerRole Include=\"…\" Groups=\"…\" />, or a package that brings one.");

    [Fact]
    public void Several_roles_need_a_choice() => Read.HasProblem(
        An.DebianImage().Role("desktop", "basics"),
        "XIMG1111",
        "ProvisionerRole.desktop",
        "The project has several roles (server, desktop), but an image has exactly one. Set the property ImageRole to the one it shall have.");

    [Fact]
    public void An_unknown_role_is_an_error() => Read.HasProblem(
        An.DebianImage().Property("ImageRole", "sever"),
        "XIMG1112",
        "ImageRole",
        "ImageRole is 'sever', but there is no role of that name. Did you mean 'server'? Roles in scope: server.");

    [Fact]
    public void A_group_that_lists_an_unknown_provisioner_is_an_error() => Read.HasProblem(
        An.DebianImage().Group("more", "hello;helo"),
        "XIMG1103",
        "ProvisionerGroup.more.Provisioners",
        "Provisioners of ProvisionerGroup 'more' names 'helo', but there is no Provisioner of that name. Did you mean 'hello'?");

    [Fact]
    public void A_provisioner_of_an_unknown_group_is_an_error() => Read.HasProblem(
        An.DebianImage().Provisioner("x", "LinuxRestart", "Groups=bassics"),
        "XIMG1103",
        "Provisioner.x.Groups",
        "Groups of Provisioner 'x' names 'bassics', but there is no ProvisionerGroup of that name. Did you mean 'basics'?");

    [Fact]
    public void A_role_that_lists_an_unknown_group_is_an_error() => Read.HasProblem(
        An.DebianImage().Role("server2", "nothing").Property("ImageRole", "server"),
        "XIMG1103",
        "ProvisionerRole.server2.Groups",
        "Groups of ProvisionerRole 'server2' names 'nothing', but there is no ProvisionerGroup of that name.");

    [Fact]
    public void A_setting_that_a_group_does_not_know_is_an_error() => Read.HasProblem(
        An.DebianImage().Group("more", "", "Provisoners=hello"),
        "XIMG1003",
        "ProvisionerGroup.more.Provisoners",
        "ProvisionerGroup 'more' has the setting 'Provisoners', which ProvisionerGroup does not know. Did you mean 'Provisioners'?");
}
