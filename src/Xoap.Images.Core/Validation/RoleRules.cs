using Xoap.Images.Diagnostics;
using Xoap.Images.Model;
using Xoap.Images.Validation.Rules;

namespace Xoap.Images.Validation;

/// <summary>Checks a role project by the rules that ask for no builder and no guest; the images that use the role are checked by all.</summary>
internal static class RoleRules
{
    /// <param name="isOpen">Whether a project that uses the role is to say a part of the provisioner.</param>
    public static void Check(ImageDefinition definition, Predicate<Provisioner> isOpen, DiagnosticBag diagnostics)
    {
        var troubles = new ReadingTroubles(diagnostics);
        var closed = definition with { Provisioners = definition.Provisioners.RemoveAll(isOpen) };
        ProvisionersStandOnceInAGroup.Check(definition, diagnostics);
        ApplicationsStandOnceInAGroup.Check(definition, diagnostics);
        InstallersHaveApplications.Check(definition, troubles, diagnostics);
        TypesHaveWhatTheyNeed.Check(closed, troubles, diagnostics);
        DscConfigurationsFitTogether.Check(definition, diagnostics);
        PullserversAreNamedOneWay.Check(closed, troubles, diagnostics);
        ComponentsHaveWhatTheyNeed.Check(closed, troubles, diagnostics);
        StepsHaveTheirOwnTimeout.Check(closed, troubles, diagnostics, "which each project that uses the role sets for itself");
    }
}
