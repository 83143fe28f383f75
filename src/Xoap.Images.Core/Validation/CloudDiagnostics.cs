using Xoap.Images.Diagnostics;

namespace Xoap.Images.Validation;

/// <summary>Mistakes that only a provider's own rules make mistakes.</summary>
internal static class CloudDiagnostics
{
    public static Diagnostic NameDoesNotFit(
        Origin origin, string name, IReadOnlyCollection<string> builders, string setting, string expected) =>
        Diagnostic.Error(
            "XIMG2100",
            origin,
            $"The image's name '{name}' cannot become the {setting} of {BuilderList.Of(builders)}: it takes {expected}. Write another ImageName.");

    public static Diagnostic TagDoesNotFit(
        Origin origin, string tag, IReadOnlyCollection<string> builders, string attribute, string expected) => Diagnostic.Error(
        "XIMG2101", origin, $"The tag '{tag}' does not fit into the {attribute} of {BuilderList.Of(builders)}, which takes {expected}. Rename the tag.");

    public static Diagnostic DescriptionTooLong(Origin origin, int length, int longest, IReadOnlyCollection<string> builders) => Diagnostic.Error(
        "XIMG2102",
        origin,
        $"The image's description has {length} characters, but {BuilderList.Of(builders, "takes", "take")} {longest}. Shorten it, or write AmiDescription on the builder.");

    public static Diagnostic VpcWithoutSubnet(Origin origin, string builder) => Diagnostic.Error(
        "XIMG2110",
        origin,
        $"Builder '{builder}' has VpcId but no SubnetId: only the default VPC has a default subnet. Write SubnetId=\"subnet-…\"; VpcId is then not needed.");

    public static Diagnostic NoResourceGroup(Origin origin, string builder) => Diagnostic.Error(
        "XIMG2111",
        origin,
        $"Builder '{builder}' does not say where its managed image goes. Write ManagedImageResourceGroupName=\"…\" with a resource group that exists.");

    public static Diagnostic NoGallery(Origin origin, string builder) => Diagnostic.Error(
        "XIMG2112",
        origin,
        $"Builder '{builder}' does not say which gallery its image goes to. Add <BuilderBlock Include=\"…\" Builder=\"{builder}\" Block=\"shared_image_gallery_destination\" ResourceGroup=\"…\" GalleryName=\"…\" ImageName=\"…\" />.");

    public static Diagnostic IncompleteGallery(Origin origin, string block, string setting) => Diagnostic.Error(
        "XIMG2113", origin, $"Block '{block}' names a gallery's image only in part: it has no {setting}. Write {setting}=\"…\".");

    public static Diagnostic NoMachineSize(Origin origin, string builder) => Diagnostic.Warning(
        "XIMG2114",
        origin,
        $"Builder '{builder}' has no InstanceType: Packer would ask for Standard_A1, which Azure has retired. Write one, such as InstanceType=\"Standard_D2s_v5\".");

    public static Diagnostic WindowsWithoutSsh(Origin origin, string builder, string starters) => Diagnostic.Warning(
        "XIMG2115",
        origin,
        $"Builder '{builder}' reaches Windows by SSH, but the provider's Windows images start no SSH server. Remove Communicator so that WinRM is used, or start the server by one of: {starters}.");

    public static Diagnostic AdministratorIsDisabled(Origin origin, string builder) => Diagnostic.Warning(
        "XIMG2116",
        origin,
        $"Builder '{builder}' signs in as Administrator, an account that Google's Windows images disable. Leave WinrmUsername out, or write another name: the builder makes the account.");

    public static Diagnostic NoSuchPlace(
        Origin origin, IReadOnlyCollection<string> builders, string setting, string value, string expected) => Diagnostic.Error(
        "XIMG2117", origin, $"The {setting} of {BuilderList.Of(builders)} is '{value}', but has to be {expected}. Correct it.");
}
