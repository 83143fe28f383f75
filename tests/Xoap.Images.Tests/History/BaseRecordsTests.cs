using Xoap.Images.Diagnostics;
using Xoap.Images.History;
using Xoap.Images.Model;
using Xoap.Images.Tests.Infra;

namespace Xoap.Images.Tests.History;

/// <summary>Records of base images, and where their files are found.</summary>
public sealed class BaseRecordsTests : IDisposable
{
    private static readonly Origin Reference = new("ProjectReference", "../base/base.imgproj");

    private readonly TempFolder _folder = new();
    private readonly DiagnosticBag _bag = new();

    [Fact]
    public void A_record_says_all_that_a_derived_image_needs()
    {
        var image = Assert.Single(Read(Record(_folder.Write("images/local/web-v1.qcow2", "disk")))!.Value);
        Assert.Equal(("web", 1, "local", "File", "file"), (image.Name, image.Version, image.Builder, image.Type, image.Component));
        Assert.Equal(new ImageSystem("debian", Platform.Linux, "12", "x64"), image.System);
        Assert.Equal("eu-west-1", image.Place["region"]);
        Assert.Equal(("Shop.Base", "1.0.1"), (image.Package, image.PackageVersion));
        Assert.Equal((_folder["images/local/web-v1.qcow2"], null), (image.Artifacts[0].Path, image.Missing));
        Assert.Empty(_bag);
    }

    [Fact]
    public void State_and_images_may_have_moved_together()
    {
        var record = Record("/elsewhere/images/local/web-v1.qcow2", "../images/local/web-v1.qcow2");
        Assert.Equal("/elsewhere/images/local/web-v1.qcow2", Read(record)!.Value[0].Missing);
        _folder.Write("images/local/web-v1.qcow2", "disk");
        Assert.Equal(_folder["images/local/web-v1.qcow2"], Read(record)!.Value[0].Artifacts[0].Path);
    }

    [Fact]
    public void A_copy_uses_its_own_images_and_not_those_of_the_original()
    {
        var record = Record(_folder.Write("original/local/web-v1.qcow2", "disk"), "../images/local/web-v1.qcow2");
        Assert.Equal(_folder["original/local/web-v1.qcow2"], Read(record)!.Value[0].Artifacts[0].Path);
        var copied = _folder.Write("images/local/web-v1.qcow2", "disk");
        Assert.Equal(copied, Read(record)!.Value[0].Artifacts[0].Path);
        var artifact = new ImageArtifact("web-v1.qcow2", _folder["original/local/web-v1.qcow2"], "../images/local/web-v1.qcow2");
        Assert.Equal(copied, UpToDate.Locate(artifact, "local", _folder["state"], _folder["out"]));
    }

    [Theory]
    [InlineData("shared/web-v1.qcow2")]
    [InlineData("shared/local/web-v1.qcow2")]
    [InlineData("shared/web/local/web-v1.qcow2")]
    public void The_shared_folder_comes_before_the_recorded_place(string place)
    {
        var record = Record(_folder.Write("images/local/web-v1.qcow2", "a file of the same name"));
        var shared = _folder.Write(place, "disk");
        Assert.Equal(shared, Read(record, _folder["shared"])!.Value[0].Artifacts[0].Path);
    }

    [Fact]
    public void Files_that_belong_together_keep_their_folders()
    {
        var record = Record("/elsewhere/local/web-v1/disks/one.vmdk");
        var shared = _folder.Write("shared/local/web-v1/disks/one.vmdk", "disk");
        Assert.Equal(shared, Read(record, _folder["shared"])!.Value[0].Artifacts[0].Path);
    }

    [Fact]
    public void A_record_that_is_not_there_or_is_none_is_an_error()
    {
        Assert.Null(Read(_folder["none/image.json"]));
        Infra.Read.IsProblem(
            [.. _bag],
            "XIMG4510",
            "ProjectReference.../base/base.imgproj.Records",
            $"The record '{_folder["none/image.json"]}' of the base image '../base/base.imgproj' cannot be read. "
            + "Refer to the image's project, which builds it, or to its package, which brings its records.");
        Assert.Null(Read(_folder.Write("bad/image.json", "{ \"schema\": 1 }")));
    }

    public void Dispose() => _folder.Dispose();

    private string Record(string artifact, string? relative = null)
    {
        var manifest = APlan.Success(APlan.Of(), new ImageArtifact("web-v1.qcow2", artifact, relative, 4, new string('d', 64)));
        new RunHistory(_folder["state"]).Write(manifest);
        return _folder["state/web/local/image.json"];
    }

    private System.Collections.Immutable.ImmutableArray<BuiltImage>? Read(string record, string artifactsDirectory = "") =>
        BaseRecords.Read([record], artifactsDirectory, new PackageName("Shop.Base", "1.0.1"), Reference, _bag);
}
