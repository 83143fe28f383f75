using Xoap.Images.Running;
using Xoap.Images.Tests.Infra;

namespace Xoap.Images.Tests.Running;

public class OutputFaultTests
{
    [Fact]
    public void A_full_disk_is_a_diagnostic_of_its_own_at_the_property() => Read.IsProblem(
        [OutputFault.Of("/images", new IOException("No space left on device", 28))],
        "XIMG4032",
        "ImageOutputDirectory",
        "The disk of the folder for images '/images' is full. Free some space, or name a folder on another disk in ImageOutputDirectory.");
}
