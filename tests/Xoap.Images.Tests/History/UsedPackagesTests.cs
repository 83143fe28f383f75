using Xoap.Images.Diagnostics;
using Xoap.Images.History;

namespace Xoap.Images.Tests.History;

public class UsedPackagesTests
{
    private static readonly PackageName A1 = new("Contoso.A", "1.0.0");
    private static readonly PackageName A2 = new("contoso.a", "2.0.0");
    private static readonly PackageName B1 = new("Contoso.B", "1.0.0");

    [Fact]
    public void Packages_that_came_went_or_changed_are_told()
    {
        Assert.Empty(UsedPackages.Changes([A1, B1], [B1, A1]));
        Assert.Equal(["package contoso.a changed from 1.0.0 to 2.0.0", "package Contoso.B 1.0.0 removed"], UsedPackages.Changes([A1, B1], [A2]));
        Assert.Equal(["package Contoso.B 1.0.0 added"], UsedPackages.Changes([A1], [A1, B1]));
    }

    [Fact]
    public void Each_package_of_a_plan_counts_once()
    {
        var plan = APlan.Of() with { Steps = [APlan.Step(1, "Setup")] };
        var steps = plan.Steps.Select(step => step with { Provisioner = step.Provisioner with { Origin = step.Provisioner.Origin with { Package = A1 } } });
        Assert.Equal(A1, Assert.Single(UsedPackages.Of(plan with { Steps = [.. steps, .. steps] })));
        Assert.Empty(UsedPackages.Of(plan));
    }
}
