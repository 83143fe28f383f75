using System.Text.RegularExpressions;
using Microsoft.Build.Evaluation;
using Xoap.Images.Diagnostics;
using Xoap.Images.Reading;
using Xoap.Images.Schemas;
using Xoap.Images.Tasks.Items;
using Xoap.Images.Tests.Infra;

namespace Xoap.Images.Tests.Tasks;

public sealed class MisspeltNamesTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_misspelt_item_type_is_told_at_its_line()
    {
        var (warning, place) = Assert.Single(Check("<ItemGroup>\n  <Provisoner Include=\"x\" />\n</ItemGroup>"));
        Assert.Equal(("XIMG1030", Severity.Warning), (warning.Code, warning.Severity));
        Assert.Equal(("web.imgproj", 3, 3), place);
        Assert.Equal(
            "Nothing uses items of the type 'Provisoner'. Did you mean 'Provisioner'? "
            + "If it is an item type of your own, give it a name that is less like it.",
            warning.Message);
    }

    [Fact]
    public void A_misspelt_property_is_told_at_its_line()
    {
        var (warning, place) = Assert.Single(Check("<PropertyGroup>\n  <ImagName>web</ImagName>\n</PropertyGroup>"));
        Assert.Equal(("XIMG1031", Severity.Warning), (warning.Code, warning.Severity));
        Assert.Equal(("web.imgproj", 3, 3), place);
        Assert.Equal(
            "Nothing uses the property 'ImagName'. Did you mean 'ImageName'? "
            + "If it is a property of your own, give it a name that is less like it.",
            warning.Message);
    }

    [Theory]
    [InlineData("<ItemGroup><Builders Include=\"x\" /></ItemGroup>")]
    [InlineData("<ItemGroup Condition=\"false\"><Builders Include=\"x\" /></ItemGroup>")]
    [InlineData("<ItemDefinitionGroup><Provisioners><Timeout>1m</Timeout></Provisioners></ItemDefinitionGroup>")]
    [InlineData("<PropertyGroup><ImageRoles>x</ImageRoles></PropertyGroup>")]
    [InlineData("<PropertyGroup><Image_Name>x</Image_Name></PropertyGroup>")]
    [InlineData("<PropertyGroup><PackerPaths>x</PackerPaths></PropertyGroup>")]
    public void These_are_misspelt_too(string body) => Assert.Single(Check(body));

    [Theory]
    [InlineData("<ItemGroup><Builder Include=\"x\" /><BUILDER Include=\"y\" /></ItemGroup>")]
    [InlineData("<PropertyGroup><ImageName>x</ImageName><imagetags>a=b</imagetags></PropertyGroup>")]
    [InlineData("<ItemGroup><Builders Include=\"x\" /><Builder Include=\"@(Builders)\" /></ItemGroup>")]
    [InlineData("<PropertyGroup><ImageRoles>x</ImageRoles><ImageRole>$(ImageRoles)</ImageRole></PropertyGroup>")]
    [InlineData("<Target Name=\"Mine\"><ItemGroup><Builders Include=\"x\" /></ItemGroup></Target>")]
    [InlineData("<PropertyGroup><ImageRegistry>x</ImageRegistry><PackerLog>1</PackerLog><Team>x</Team></PropertyGroup>")]
    public void Names_of_ours_and_of_others_are_let_be(string body) => Assert.Empty(Check(body));

    [Fact]
    public void A_shared_file_belongs_to_the_project_and_a_package_does_not()
    {
        _folder.Write("common.props", "<Project><PropertyGroup><ImagName>web</ImagName></PropertyGroup></Project>");
        _folder.Write("packages/p/build/p.props", "<Project><PropertyGroup><ImageTag>x</ImageTag></PropertyGroup></Project>");
        var (warning, place) = Assert.Single(Check($"""
            <PropertyGroup><NuGetPackageRoot>{_folder["packages"]}/</NuGetPackageRoot></PropertyGroup>
            <Import Project="common.props" /><Import Project="packages/p/build/p.props" />
            """));
        Assert.Contains("ImagName", warning.Message, StringComparison.Ordinal);
        Assert.Equal("common.props", place.File);
    }

    /// <summary>What projects of .NET hold.</summary>
    [Theory]
    [InlineData("Content None Compile Folder Using Reference Analyzer Watch Resource Page Import Protobuf ApplicationDefinition Solution Component")]
    [InlineData("PackageReference ProjectReference PackageVersion PackageDownload GlobalPackageReference FrameworkReference KnownFrameworkReference")]
    [InlineData("EmbeddedResource AdditionalFiles EditorConfigFiles AssemblyAttribute AssemblyMetadata InternalsVisibleTo ProjectCapability ImageTest")]
    public void An_item_type_of_NET_is_like_none_of_ours(string types) =>
        Assert.All(types.Split(' '), type => Assert.Null(NearName.OfItemType(type)));

    [Fact]
    public void The_properties_are_those_of_their_page() => Assert.Equal(
        Regex.Matches(Repository.Read("docs", "properties.md"), @"^- `(\w+)`", RegexOptions.Multiline).Select(match => match.Groups[1].Value).Order(),
        PropertyNames.All.Order());

    private (Diagnostic Warning, (string File, int Line, int Column) Place)[] Check(string body)
    {
        var path = _folder.Write("web.imgproj", $"<Project>\n{body}\n</Project>");
        using var collection = new ProjectCollection();
        var diagnostics = new DiagnosticBag();
        MisspeltNames.Check(new Project(path, null, null, collection), diagnostics);
        return [.. diagnostics.Select(found => (found, (Path.GetFileName(found.Origin.File)!, found.Origin.Line, found.Origin.Column)))];
    }
}
