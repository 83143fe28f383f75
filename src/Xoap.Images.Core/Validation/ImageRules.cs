using Xoap.Images.Diagnostics;
using Xoap.Images.Model;
using Xoap.Images.Validation.Rules;

namespace Xoap.Images.Validation;

/// <summary>Checks an image that was read without errors, before anything is planned. The folder Rules is the list of rules.</summary>
internal static class ImageRules
{
    public static void Check(ImageDefinition definition, DiagnosticBag diagnostics)
    {
        GroupsStandOnceInTheRole.Check(definition, diagnostics);
        ProvisionersStandOnceInAGroup.Check(definition, diagnostics);
        TheRoleHasSteps.Check(definition, diagnostics);
        TypesHaveWhatTheyNeed.Check(definition, diagnostics);
        ComponentsHaveWhatTheyNeed.Check(definition, diagnostics);
        StepsFitTheirVariants.Check(definition, diagnostics);
        StepsHaveTheirOwnTimeout.Check(definition, diagnostics);
    }
}
