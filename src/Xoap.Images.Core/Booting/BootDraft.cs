using Xoap.Images.Diagnostics;
using Xoap.Images.Model;
using Xoap.Images.Planning;
using Xoap.Images.Reading.Sources;
using Xoap.Images.Rendering;
using Xoap.Images.Schemas;

namespace Xoap.Images.Booting;

/// <summary>A variant on its way to a plan that starts what it made.</summary>
/// <param name="Image">What its newest record says.</param>
internal sealed record BootDraft(BuildPlan Plan, BuiltImage Image, PackerProfile Profile, DiagnosticBag Diagnostics)
{
    /// <summary>Packer's builder as the variant has it.</summary>
    public Component Component => Plan.Variant.Component;

    public Origin Origin => Plan.Variant.Origin;

    /// <summary>For messages: <c>'lab' (vsphere-iso)</c>.</summary>
    public string Builder => $"'{Plan.Variant.Name}' ({Component.Name})";

    /// <summary>A name for what has to have one for the time of a run: known as ours, and another one in every run.</summary>
    public string TestName => BootNames.Of(Image);

    /// <summary>Whether the machine was made by an installer; of others the guest may want its media at every first start.</summary>
    public bool WasInstalled => Component.Name.EndsWith("-iso", StringComparison.Ordinal)
        || (Component.Name == "qemu" && Component.Find("disk_image") is not { Value: SettingValue.Flag { Value: true } })
        || Component.Blocks.SelectMany(block => block.Settings)
            .Any(setting => setting is { Name: "image_type", Value: SettingValue.Text { Value: "ISO_IMAGE" } });

    /// <summary>Whether the installed Packer knows what keeps the component from making an image; reported when not.</summary>
    public bool CreatesNothing(string component, string by)
    {
        var schema = SchemaCatalog.FindBuilder(component)!;
        if (ProfileCheck.Missing(Profile, schema, schema.Attributes.First(attribute => attribute.Name == by)) is not { } needed)
        {
            return true;
        }

        Diagnostics.Add(BootDiagnostics.WouldMakeAnImage(Origin, Builder, Profile.Version, component, needed));
        return false;
    }

    /// <summary>What the component starts from, in the metadata of an OperatingSystem; null after a diagnostic.</summary>
    public IReadOnlyDictionary<string, string>? Source(string component)
    {
        if (BuiltSources.Of(Image, component, Component.Text("region")) is { } source)
        {
            return source.ToDictionary(pair => pair.Name, pair => pair.Value);
        }

        Diagnostics.Add(BootDiagnostics.ArtifactUnknown(Origin, Builder, Image.Name, Image.Version));
        return null;
    }
}
