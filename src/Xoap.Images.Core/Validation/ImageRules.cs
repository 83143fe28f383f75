using Xoap.Images.Diagnostics;
using Xoap.Images.Model;
using Xoap.Images.Validation.Rules;

namespace Xoap.Images.Validation;

/// <summary>Checks an image before anything is planned, as far as it could be read. The folder Rules is the list of rules.</summary>
internal static class ImageRules
{
    /// <param name="today">The day of the build; null: dates are not compared.</param>
    public static void Check(ImageDefinition definition, DiagnosticBag diagnostics, DateOnly? today = null)
    {
        var troubles = new ReadingTroubles(diagnostics);
        GroupsStandOnceInTheRole.Check(definition, diagnostics);
        ProvisionersStandOnceInAGroup.Check(definition, diagnostics);
        ApplicationsStandOnceInAGroup.Check(definition, diagnostics);
        InstallersHaveApplications.Check(definition, troubles, diagnostics);
        TheRoleHasSteps.Check(definition, troubles, diagnostics);
        TypesHaveWhatTheyNeed.Check(definition, troubles, diagnostics);
        DscConfigurationsFitTogether.Check(definition, diagnostics);
        PullserversAreNamedOneWay.Check(definition, troubles, diagnostics);
        ComponentsHaveWhatTheyNeed.Check(definition, troubles, diagnostics);
        StepsFitTheirVariants.Check(definition, troubles, diagnostics);
        StepsHaveAGuest.Check(definition, diagnostics);
        NamesFitTheirProviders.Check(definition, troubles, diagnostics);
        TagsFitTheirProviders.Check(definition, troubles, diagnostics);
        CloudPlacesHaveTheirForm.Check(definition, diagnostics);
        AmazonNetworksAreWhole.Check(definition, troubles, diagnostics);
        AzureImagesHaveAPlace.Check(definition, troubles, diagnostics);
        AzureMachinesHaveASize.Check(definition, troubles, diagnostics);
        CloudWindowsAnswers.Check(definition, troubles, diagnostics);
        XenServerSpeaksSsh.Check(definition, troubles, diagnostics);
        InstalledWindowsHasAnSshServer.Check(definition, troubles, diagnostics);
        InstallersHaveAnswers.Check(definition, troubles, diagnostics);
        InstallersHaveAMedium.Check(definition, troubles, diagnostics);
        InstallersHaveADisk.Check(definition, troubles, diagnostics);
        UploadedIsosHaveAStorage.Check(definition, troubles, diagnostics);
        MachinesShutDownCleanly.Check(definition, troubles, diagnostics);
        Windows11HasItsFirmware.Check(definition, troubles, diagnostics);
        WindowsStepsCanRun.Check(definition, troubles, diagnostics);
        DestinationsFitTheGuest.Check(definition, troubles, diagnostics);
        OperatingSystemsAreAlive.Check(definition, today, diagnostics);
        StepsHaveTheirOwnTimeout.Check(definition, troubles, diagnostics);
    }
}
