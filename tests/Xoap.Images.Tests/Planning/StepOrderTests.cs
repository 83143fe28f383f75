using Xoap.Images.Diagnostics;
using Xoap.Images.Model;
using Xoap.Images.Planning;
using Xoap.Images.Tests.Infra;

namespace Xoap.Images.Tests.Planning;

public class StepOrderTests
{
    private readonly DiagnosticBag _diagnostics = [];

    [Fact]
    public void Groups_and_provisioners_run_as_listed()
    {
        var image = Image(["Second", "First"], A.Group("First", ["b", "a"]), A.Group("Second", ["c"]));

        Assert.Equal(["Second/c", "First/b", "First/a"], Order(image));
        Assert.Empty(_diagnostics);
    }

    [Fact]
    public void After_and_before_order_the_members_of_a_group()
    {
        var image = Image(["G"], A.Group("G", ["a", "b", "c"])) with
        {
            Provisioners = [A.Command("a", after: ["c"]), A.Command("b"), A.Command("c", before: ["b"])],
        };

        Assert.Equal(["G/c", "G/a", "G/b"], Order(image));
    }

    [Fact]
    public void After_and_before_order_the_groups_of_a_role()
    {
        var image = Image(["G", "H"], A.Group("G", ["a"], after: ["H"]), A.Group("H", ["b"]));

        Assert.Equal(["H/b", "G/a"], Order(image));
    }

    [Fact]
    public void The_seal_comes_last_wherever_it_is_listed()
    {
        var image = Image(["S", "G"], A.Group("S", ["a"], seal: true), A.Group("G", ["b"]));

        Assert.Equal(["G/b", "S/a"], Order(image));
    }

    [Fact]
    public void A_cycle_is_reported_as_the_cycle()
    {
        var image = Image(["G"], A.Group("G", ["a", "b", "c"])) with
        {
            Provisioners = [A.Command("a", after: ["b"]), A.Command("b", after: ["a"]), A.Command("c")],
        };
        _ = Order(image);

        var problem = Assert.Single(_diagnostics);
        Assert.Equal("XIMG2500", problem.Code);
        Assert.Contains("→", problem.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("c", problem.Message.Split(": ")[1].Split('.')[0], StringComparison.Ordinal);
    }

    [Fact]
    public void A_wish_for_an_unknown_name_is_an_error_with_a_suggestion()
    {
        var image = Image(["G"], A.Group("G", ["install"])) with { Provisioners = [A.Command("install", after: ["instal"])] };
        _ = Order(image);

        var problem = Assert.Single(_diagnostics);
        Assert.Equal("XIMG2501", problem.Code);
        Assert.Equal("After", problem.Origin.Metadata);
        Assert.Contains("Did you mean 'install'?", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_wish_across_groups_has_no_effect_and_is_an_error()
    {
        var image = Image(["G", "H"], A.Group("G", ["a"]), A.Group("H", ["b"])) with
        {
            Provisioners = [A.Command("a", after: ["b"]), A.Command("b")],
        };
        _ = Order(image);

        Assert.Equal("XIMG2502", Assert.Single(_diagnostics).Code);
    }

    [Fact]
    public void Nothing_can_come_after_the_seal()
    {
        var image = Image(["G", "S"], A.Group("G", ["a"], after: ["S"]), A.Group("S", ["b"], seal: true));
        _ = Order(image);

        var problem = Assert.Single(_diagnostics);
        Assert.Equal("XIMG2503", problem.Code);
        Assert.Contains("Group 'G' cannot come after 'S'", problem.Message, StringComparison.Ordinal);
    }

    private static ImageDefinition Image(string[] role, params ProvisionerGroup[] groups) => ImageDefinition.Empty("image") with
    {
        Role = A.Role(role),
        Groups = [.. groups],
        Provisioners = [.. groups.SelectMany(group => group.Provisioners).Distinct().Order().Select(name => A.Command(name))],
    };

    private IEnumerable<string> Order(ImageDefinition image) =>
        [.. StepOrder.Of(image, _diagnostics)
            .SelectMany(ordered => ordered.Provisioners.Select(provisioner => $"{ordered.Group.Name}/{provisioner.Name}"))];
}
