using System.Text;
using System.Xml;
using System.Xml.Linq;
using Xoap.Images.EditorHelp;
using Xoap.Images.Schemas;
using Xoap.Images.Tests.Infra;

namespace Xoap.Images.Tests.EditorHelp;

/// <summary>The XML schema for editors: it takes every project that we have, knows every name of the tables, and tells a misspelt one.</summary>
public class XsdTests
{
    private static readonly XNamespace Xs = "http://www.w3.org/2001/XMLSchema";

    private static readonly Words Words = Program.WordsOf(Repository.PathOf("docs"));

    private static readonly XDocument Schema = Xsd.Write(Words);

    public static TheoryData<string> Samples =>
        [.. Directory.GetFiles(Repository.PathOf("samples"), "*.imgproj", SearchOption.AllDirectories).Select(file => Path.GetFileName(file)).Order()];

    [Theory, MemberData(nameof(Samples))]
    public void Every_sample_is_valid(string sample)
    {
        var file = Directory.GetFiles(Repository.PathOf("samples"), sample, SearchOption.AllDirectories).Single();
        Assert.Empty(Errors(File.ReadAllText(file)));
    }

    [Fact]
    public void There_are_samples() => Assert.True(Samples.Count >= 4);

    [Fact]
    public void A_misspelt_metadatum_is_an_error()
    {
        var error = Assert.Single(Errors("""
            <Project Sdk="Xoap.Images.Sdk">
              <ItemGroup>
                <Provisioner Include="nginx" Type="LinuxShellCommand" Comand="apt-get install -y nginx" />
              </ItemGroup>
            </Project>
            """));
        Assert.Contains("'Comand'", error);
    }

    [Fact]
    public void A_misspelt_metadatum_is_an_error_as_an_element_too()
    {
        var error = Assert.Single(Errors("""
            <Project Sdk="Xoap.Images.Sdk">
              <ItemGroup>
                <Provisioner Include="nginx"><Timeot>5m</Timeot></Provisioner>
              </ItemGroup>
            </Project>
            """));
        Assert.Contains("'Timeot'", error);
    }

    [Fact]
    public void Whatever_else_MSBuild_knows_stays_valid() => Assert.Empty(Errors("""
        <Project Sdk="Xoap.Images.Sdk" InitialTargets="Check" DefaultTargets="Build">
          <Import Project="common.props" Condition="Exists('common.props')" />
          <Sdk Name="Other.Sdk" Version="1.0.0" />
          <PropertyGroup Label="Ours" Condition="'$(Ci)' == 'true'">
            <ImageBuild Condition="'$(Ci)' == 'true'">$(BuildImages)</ImageBuild>
            <MyOwn>value</MyOwn>
          </PropertyGroup>
          <Choose>
            <When Condition="'$(OS)' == 'Unix'"><PropertyGroup><Fast>true</Fast></PropertyGroup></When>
            <Otherwise><ItemGroup><Thing Include="a" /></ItemGroup></Otherwise>
          </Choose>
          <ItemDefinitionGroup>
            <Provisioner Timeout="15m" />
            <Provisioner><RunAs>root</RunAs></Provisioner>
          </ItemDefinitionGroup>
          <ItemGroup Label="References">
            <PackageReference Include="Contoso.Roles" Version="2.1.0" PrivateAssets="all" />
            <ProjectReference Include="../base/base.imgproj"><SetConfiguration>Configuration=Release</SetConfiguration></ProjectReference>
            <Provisioner Update="@(Provisioner)" Volatile="$(Age)" Condition="'$(Age)' != ''" />
            <Provisioner Remove="Old" />
            <AnyItem Include="**/*" Exclude="bin/**" Link="%(Filename)" />
          </ItemGroup>
          <UsingTask TaskName="Say" TaskFactory="RoslynCodeTaskFactory" AssemblyFile="x.dll"><Task><Code>x</Code></Task></UsingTask>
          <Target Name="Check" BeforeTargets="ResolveImage" Inputs="a" Outputs="b">
            <PropertyGroup><Now>1</Now></PropertyGroup>
            <ItemGroup><Provisioner Include="late" Type="LocalCommand" Command="true" /></ItemGroup>
            <Message Text="$(Now)" Importance="high"><Output TaskParameter="X" PropertyName="Y" /></Message>
            <OnError ExecuteTargets="Say" />
          </Target>
        </Project>
        """));

    [Fact]
    public void Every_item_type_knows_its_metadata_as_attributes_and_as_elements() => Assert.All(ItemTypes.All, type =>
    {
        var (attributes, elements) = NamesOf(type.Name);
        var names = type.Metadata.Select(metadatum => metadatum.Name).Concat(ItemTypes.Stamps).ToHashSet();
        Assert.Superset(names, attributes);
        Assert.Superset(names, elements);
    });

    [Fact]
    public void Builders_and_provisioners_know_every_setting_of_every_type()
    {
        var builder = NamesOf("Builder").Attributes;
        Assert.All(BuilderTypes.Friendly, type => Assert.Superset(type.Aliases.Select(alias => alias.Name).ToHashSet(), builder));
        Assert.Superset(new HashSet<string> { "SshUsername", "IsoUrl", "VcenterServer", "AmiRegions" }, builder);
        var provisioner = NamesOf("Provisioner").Attributes;
        Assert.All(ProvisionerTypes.Friendly, type => Assert.Superset(type.Own.Select(own => own.Name).ToHashSet(), provisioner));
        Assert.Superset(new HashSet<string> { "ValidExitCodes", "ElevatedUser", "PlaybookFile" }, provisioner);
    }

    [Fact]
    public void Every_property_is_known() => Assert.All(PropertyNames.All, name => Assert.Contains(Globals(name), element => element.Element(Xs + "annotation") is not null));

    [Fact]
    public void Types_and_choices_are_offered()
    {
        Assert.Equal(ProvisionerTypes.Names, Offered("Provisioner.Type"));
        Assert.Equal(BuilderTypes.Names, Offered("Builder.Type"));
        Assert.Equal(["Never", "Daily", "Weekly", "Always"], Offered("Provisioner.Volatile"));
        Assert.Equal(["true", "false"], Offered("Flag"));
        Assert.Equal(["Cleanup", "Keep"], Offered("Property.ImageStopBehavior"));
    }

    [Fact]
    public void Everything_of_ours_is_described_without_marks()
    {
        var ours = Words.Properties.Concat(Words.Items.SelectMany(item => item.All)).ToList();
        Assert.True(ours.Count > 1000);
        Assert.All(ours, word => Assert.False(string.IsNullOrWhiteSpace(word.Description), word.Name));
        Assert.All(Words.Items, item => Assert.NotEmpty(item.Description));
        Assert.DoesNotContain(ours, word => word.Description.Contains('`') || word.Description.Contains("]("));
        Assert.Equal("how long the step may take. Default: $(DefaultProvisionerTimeout), with a warning.", Of("Provisioner", "Timeout").Description);
        Assert.StartsWith("LinuxShellCommand, PowerShellCommand: the commands", Of("Provisioner", "Command").Description);
    }

    [Fact]
    public void Values_of_properties_that_are_offered_are_explained_on_the_page()
    {
        var page = Repository.Read("docs", "properties.md").Split("\n- ");
        Assert.All(Words.Properties.Where(word => word.Kind == WordKind.Text), word => Assert.All(word.Choices, choice =>
            Assert.Contains($"`{choice.Value}`", page.Single(bullet => bullet.StartsWith($"`{word.Name}`", StringComparison.Ordinal)))));
    }

    private static Word Of(string item, string name) => Words.Items.Single(word => word.Name == item).All.First(word => word.Name == name);

    private static IEnumerable<XElement> Globals(string name) => Schema.Root!.Elements().Where(element => (string?)element.Attribute("name") == name);

    private static IEnumerable<string> Offered(string type) =>
        Globals(type).Single().Descendants(Xs + "enumeration").Select(value => value.Attribute("value")!.Value);

    private static (HashSet<string> Attributes, HashSet<string> Elements) NamesOf(string item)
    {
        var type = Globals(item).Single();
        var shared = type.Descendants(Xs + "group").SelectMany(group => Globals(group.Attribute("ref")!.Value));
        XElement[] parts = [type, .. shared];
        return (Names(parts, "attribute"), Names([.. parts.SelectMany(part => part.Elements())], "element"));
    }

    private static HashSet<string> Names(IEnumerable<XElement> parts, string kind) =>
        [.. parts.SelectMany(part => part.Descendants(Xs + kind)).Select(element => element.Attribute("name")!.Value)];

    private static List<string> Errors(string project)
    {
        var errors = new List<string>();
        var settings = new XmlReaderSettings { ValidationType = ValidationType.Schema };
        settings.Schemas.Add(null, Schema.CreateReader());
        settings.ValidationEventHandler += (_, problem) => errors.Add($"{problem.Exception.LineNumber}: {problem.Message}");
        using var reader = XmlReader.Create(new MemoryStream(Encoding.UTF8.GetBytes(project)), settings);
        while (reader.Read())
        {
        }

        return errors;
    }
}
