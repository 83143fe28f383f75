using System.Collections.Immutable;
using Xoap.Images.Model;
using Xoap.Images.Rendering.Hcl;

namespace Xoap.Images.Rendering;

/// <summary>How a script is started in a Windows guest: as whom, and with which secrets.</summary>
internal static class WindowsCommand
{
    /// <summary>As <see cref="Attributes"/>, but as the system unless the step says otherwise: a remote login may not do everything.</summary>
    public static ImmutableArray<HclEntry> AsSystem(StepBlocks blocks, WindowsEnvironment environment) =>
        [new HclEntry("elevated_user", HclValue.Of("SYSTEM")), .. Attributes(blocks, environment)];

    /// <summary>The powershell provisioner's attributes beside its script.</summary>
    public static ImmutableArray<HclEntry> Attributes(StepBlocks blocks, WindowsEnvironment environment)
    {
        var attributes = ImmutableArray.CreateBuilder<HclEntry>();
        if (!environment.Handed.IsEmpty)
        {
            attributes.Add(new HclEntry("environment_vars", new HclValue.List(environment.Handed)));
        }

        // The password of the user that Packer logs in as is known; any other user's stands in the project.
        if (blocks.Step.Provisioner.Component.Find("elevated_user")?.Value is SettingValue.Expression { Value: "build.User" })
        {
            attributes.Add(new HclEntry("elevated_password", new HclValue.Symbol("build.Password")));
        }

        return attributes.ToImmutable();
    }
}
