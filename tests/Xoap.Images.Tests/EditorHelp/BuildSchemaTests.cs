using System.Text.Json;
using System.Text.Json.Nodes;
using Xoap.Images.EditorHelp;
using Xoap.Images.Schemas;
using Xoap.Images.Tests.Infra;

namespace Xoap.Images.Tests.EditorHelp;

/// <summary>The sidecar for MSBuild Editor, in the format that its own schema describes.</summary>
public class BuildSchemaTests
{
    private static readonly JsonObject Schema = BuildSchema.Write(Program.WordsOf(Repository.PathOf("docs")));

    [Fact]
    public void It_has_every_item_type_property_and_target()
    {
        Assert.Equal(["properties", "items", "targets"], Names(Schema));
        Assert.Equal(ItemTypes.All.Select(type => type.Name), Names(Schema["items"]!));
        Assert.Equal(PropertyNames.All, Names(Schema["properties"]!));
        Assert.Superset(new HashSet<string> { "PlanImage", "ValidateImage", "BuildImage" }, Names(Schema["targets"]!).ToHashSet());
    }

    [Fact]
    public void Metadata_have_the_types_that_the_editor_knows()
    {
        var provisioner = Schema["items"]!["Provisioner"]!["metadata"]!;
        Assert.Equal("bool", (string?)provisioner["Templated"]!["type"]);
        Assert.Equal("int", (string?)provisioner["MaxRetries"]!["type"]);
        Assert.Equal("file-or-folder", (string?)provisioner["Script"]!["type"]);
        Assert.True((bool)provisioner["Groups"]!["isList"]!);
        Assert.True((bool)provisioner["Type"]!["isRequired"]!);
        Assert.True((bool)provisioner["Volatile"]!["type"]!["allowUnknownValues"]!);
        Assert.Equal(["Never", "Daily", "Weekly", "Always"], Names(provisioner["Volatile"]!["type"]!["values"]!));
    }

    [Fact]
    public void Names_are_names_to_the_editor()
    {
        var names = Names(Schema["properties"]!)
            .Concat(Schema["items"]!.AsObject().SelectMany(item => Names(item.Value!["metadata"]!)))
            .ToList();
        Assert.True(names.Count > 1000);
        Assert.All(names, name => Assert.Matches(@"^[A-Za-z_][A-Za-z\d_-]*$", name));
    }

    [Fact]
    public void The_program_writes_both_files_beside_each_other()
    {
        using var folder = new TempFolder();
        Assert.Equal(0, Program.Main([Repository.PathOf("docs"), folder.Path]));
        Assert.StartsWith("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<xs:schema", File.ReadAllText(Path.Combine(folder.Path, Program.Schema)));
        using var sidecar = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder.Path, Program.Sidecar)));
        Assert.Equal(JsonValueKind.Object, sidecar.RootElement.ValueKind);
        Assert.Equal(1, Program.Main([]));
    }

    private static IEnumerable<string> Names(JsonNode node) => node.AsObject().Select(member => member.Key);
}
