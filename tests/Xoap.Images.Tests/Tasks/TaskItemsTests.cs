using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;
using Xoap.Images.Diagnostics;
using Xoap.Images.Reading;
using Xoap.Images.Tasks.Items;

namespace Xoap.Images.Tests.Tasks;

public class TaskItemsTests
{
    [Fact]
    public void What_a_package_stamps_on_an_item_is_its_origin_and_no_metadatum()
    {
        var items = new List<Item>();
        ITaskItem item = new TaskItem("Step", new Dictionary<string, string>
        {
            ["Command"] = "true",
            ["PackageId"] = "Contoso.Roles",
            ["PackageVersion"] = "1.0.0",
        });
        TaskItems.Add(items, "Provisioner", [item]);
        Assert.Equal(["Command"], items[0].Metadata.Keys);
        Assert.Equal(new PackageName("Contoso.Roles", "1.0.0"), items[0].Origin.Package);
    }
}
