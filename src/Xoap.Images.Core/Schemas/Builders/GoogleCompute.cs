namespace Xoap.Images.Schemas.Builders;

/// <summary>An image made from an instance of Google Compute Engine.</summary>
internal static class GoogleCompute
{
    public static BuilderType Type { get; } = new("GoogleCompute", "googlecompute", Providers.Google)
    {
        Aliases = [new("InstanceType", "machine_type"), new("DiskSizeGB", "disk_size")],
        Names =
        [
            new("image_name", NamedAttribute.NameAndVersion)
            {
                Characters = NameCharacters.LowerCaseAndDashes,
                Pattern = "^[a-z]([-a-z0-9]{0,61}[a-z0-9])?$",
                Expected = "a letter, then letters, digits, '-', '_' and '.', 55 characters in all ('-v' and six digits follow)",
            },
        ],
        Defaults = [.. PlatformDefault.Remote("packer_user", "packer", ntlm: true)],
        Tags = new("image_labels", "names that begin with a letter, and differ when in lower case with '-' for other characters") { AreLabels = true },
        Description = "image_description",
        Base = new(["source_image", "source_image_family"], "SourceImageFamily=\"…\" or SourceImage=\"…\", with SourceImageProjectId=\"…\""),
    };
}
