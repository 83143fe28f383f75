using Xoap.Images.Model;
using Xoap.Images.Planning;
using Xoap.Images.Schemas;

namespace Xoap.Images.Rendering.AnswerFiles;

/// <summary>Which media a builder has with the installed Packer, and which one an installer gets.</summary>
internal sealed class MediumChoice(PackerProfile profile, ComponentSchema schema, Component component)
{
    /// <summary>The CD is made by a block that the user opens, because it has to say where the CD is kept.</summary>
    public bool UsesExtraCd => !Has("cd_files") && profile.Can(PackerCapability.RequiredPlugins) && InstallerMedia.EmptyCd(component.Blocks) is not null;

    /// <summary>The medium that the user wants, or the best for this installer; null when the builder does not have it.</summary>
    public string? Of(string? wanted, Platform platform, AnswerFileFormat format)
    {
        var cd = (Has("cd_files") && profile.Can(PackerCapability.CdFiles) && (format.CdLabel is null || Has("cd_label"))) || UsesExtraCd;
        var floppy = Has("floppy_files") && (format.CdLabel is null || Has("floppy_label"));
        var http = Has("http_directory");
        return wanted switch
        {
            InstallerMedia.Cd => cd ? wanted : null,
            InstallerMedia.Floppy => floppy ? wanted : null,
            InstallerMedia.Http => http ? wanted : null,
            _ when !UsesExtraCd && platform == Platform.Linux && http && AsksOverHttp() && !ServesItself() => InstallerMedia.Http,
            _ => cd ? InstallerMedia.Cd : floppy ? InstallerMedia.Floppy : null,
        };
    }

    /// <summary>Whether the component has an attribute, with the installed Packer.</summary>
    public bool Has(string attribute) =>
        SettingName.Find(schema.Attributes.AsSpan(), attribute) is { } found && ProfileCheck.Missing(profile, schema, found) is null;

    /// <summary>What to write instead, when there is no medium.</summary>
    public string Todo(string builder, Platform platform) => schema.Blocks.Any(block => block.Name == InstallerMedia.ExtraCd)
        ? (profile.Can(PackerCapability.RequiredPlugins)
                ? $"Write <BuilderBlock Include=\"answers\" Builder=\"{builder}\" Block=\"additional_iso_files\" IsoStoragePool=\"…\" /> for a CD, "
                : "Install Packer 1.7 or newer, which makes a CD for a block additional_iso_files, ")
            + "or fetch the file over HTTP: write {{ .HTTPIP }} and {{ .HTTPPort }} in BootCommand"
            + (platform == Platform.Linux ? "." : ", and AnswerFileMedium=\"Http\".")
        : Has("http_directory")
            ? "Fetch it over HTTP: write {{ .HTTPIP }} and {{ .HTTPPort }} in BootCommand, and AnswerFileMedium=\"Http\" where it is not Linux."
            : "Limit the operating system to other builders with Provider or Builders.";

    private bool AsksOverHttp() => component.Settings.Any(setting => Mentions(setting.Value));

    private bool ServesItself() => component.Find("http_directory") is not null || component.Find("http_content") is not null;

    private static bool Mentions(SettingValue value) => value switch
    {
        SettingValue.List list => list.Values.Any(Mentions),
        _ => SettingText.Texts(value).Any(text => text.Contains(".HTTPIP", StringComparison.Ordinal)),
    };
}
