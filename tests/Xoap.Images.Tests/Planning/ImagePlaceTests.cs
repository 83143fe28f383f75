using Xoap.Images.Diagnostics;
using Xoap.Images.Model;
using Xoap.Images.Planning;
using Xoap.Images.Tests.Infra;

namespace Xoap.Images.Tests.Planning;

public class ImagePlaceTests
{
    [Fact]
    public void What_a_derived_image_has_to_know_is_kept_and_no_secret()
    {
        Setting[] gallery = [A.Text("gallery_name", "corp"), A.Text("resource_group", "rg")];
        var component = new Component(
            "azure-arm",
            [
                A.Text("location", "westeurope"),
                A.Text("vm_size", "Standard_D2s_v3"),
                A.Number("disk_size", "50"),
                new Setting("subscription_id", new SettingValue.Secret(new SecretReference(SecretSource.Env, "SUBSCRIPTION")), Impact.Target, Origin.Project),
            ],
            [new SettingBlock("shared_image_gallery_destination", [.. gallery], [], Origin.Project)]);
        Assert.Equal(
            new Dictionary<string, string>
            {
                ["location"] = "westeurope",
                ["disk_size"] = "50",
                ["shared_image_gallery_destination.gallery_name"] = "corp",
                ["shared_image_gallery_destination.resource_group"] = "rg",
            },
            ImagePlace.Of(component)!);
        Assert.Null(ImagePlace.Of(new Component("null", [], [])));
    }
}
