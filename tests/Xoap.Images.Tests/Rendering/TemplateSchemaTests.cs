using Xoap.Images.Rendering.Hcl;
using Xoap.Images.Schemas;
using Xoap.Images.Tests.Infra;

namespace Xoap.Images.Tests.Rendering;

/// <summary>
/// Every approved template, read back and held against what its components accept. Of the newest Packer there is none to ask, so this is
/// what speaks for its templates; the old one's are checked all the same.
/// </summary>
public class TemplateSchemaTests
{
    /// <summary>What every provisioner block takes beside its component's attributes.</summary>
    private static readonly string[] OfEveryProvisioner = ["timeout", "max_retries", "pause_before", "only", "except", "continue_on_error"];

    private static readonly string[] OfTheManifest = ["output", "strip_path", "strip_time", "custom_data", "keep_input_artifact"];

    private static readonly string Root = Repository.PathOf("tests", "Xoap.Images.Tests");

    private static readonly string[] Files = Directory.GetFiles(Root, "*.approved.pkr.hcl", SearchOption.AllDirectories);

    /// <summary>Some cases approve a part of a template only.</summary>
    public static TheoryData<string> WholeTemplates =>
    [
        .. Files.Where(file => File.ReadAllText(file).Contains("\nsource \"", StringComparison.Ordinal))
            .Select(file => Path.GetRelativePath(Root, file))
            .Order(),
    ];

    public static TheoryData<string> Templates => [.. Files.Select(file => Path.GetRelativePath(Root, file)).Order()];

    [Theory]
    [MemberData(nameof(Templates))]
    public void A_template_has_what_its_components_know(string file)
    {
        var template = HclFile.Read(File.ReadAllText(Path.Combine(Root, file)));
        var problems = new List<string>();
        Assert.Empty(template.Attributes);
        Assert.Empty(template.Blocks.Select(block => block.Type).Except(["packer", "variable", "source", "build"]));
        foreach (var source in template.All("source"))
        {
            Check(SchemaCatalog.FindBuilder(source.Labels[0]), source, problems);
        }

        var build = Assert.Single(template.All("build"));
        Assert.Empty(build.Blocks.Select(block => block.Type).Except(["provisioner", "post-processor"]));
        foreach (var provisioner in build.All("provisioner"))
        {
            Check(SchemaCatalog.FindProvisioner(Assert.Single(provisioner.Labels)), provisioner, problems, OfEveryProvisioner);
        }

        foreach (var processor in build.All("post-processor"))
        {
            Assert.Equal(["manifest"], processor.Labels);
            problems.AddRange(processor.Attributes.Select(attribute => attribute.Name).Except(OfTheManifest));
        }

        Assert.True(problems.Count == 0, string.Join('\n', problems));
    }

    [Theory]
    [MemberData(nameof(WholeTemplates))]
    public void A_template_refers_only_to_what_it_has(string file)
    {
        var text = File.ReadAllText(Path.Combine(Root, file));
        var template = HclFile.Read(text);
        var variables = template.All("variable").Select(variable => Assert.Single(variable.Labels)).ToHashSet();
        var used = References(template).Where(name => name.StartsWith("var.", StringComparison.Ordinal)).Select(name => name[4..]);
        Assert.Empty(used.Except(variables));
        var sources = template.All("source").Select(source => $"source.{source.Labels[0]}.{source.Labels[1]}").ToList();
        Assert.All(template.All("source"), source => Assert.True(HclText.IsIdentifier(source.Labels[1].Replace('-', '_')), source.Labels[1]));
        Assert.Equal(sources, Assert.Single(template.All("build")).Find("sources")!.Elements.Select(element => element.Text));
    }

    [Theory]
    [MemberData(nameof(Templates))]
    public void A_template_that_installs_plugins_installs_all_that_it_needs(string file)
    {
        var template = HclFile.Read(File.ReadAllText(Path.Combine(Root, file)));
        var needed = template.All("source").Select(source => SchemaCatalog.FindBuilder(source.Labels[0]))
            .Concat(template.All("build").Single().All("provisioner").Select(block => SchemaCatalog.FindProvisioner(block.Labels[0])))
            .Select(schema => schema?.Plugin?.Source)
            .OfType<string>()
            .Distinct();
        foreach (var packer in template.All("packer"))
        {
            var plugins = Assert.Single(packer.All("required_plugins")).Attributes;
            Assert.All(plugins, plugin => Assert.Matches(@"^~> \d+\.\d+\.\d+$", Entry(plugin.Value, "version")));
            Assert.Equal(needed.Order(), plugins.Select(plugin => Entry(plugin.Value, "source")).Order());
        }

        static string Entry(HclExpression map, string name) => map.Entries.Single(entry => entry.Name == name).Value.Text;
    }

    [Fact]
    public void The_guard_finds_templates_of_both_profiles()
    {
        var modern = Files.Count(file => File.ReadAllText(file).Contains("required_plugins", StringComparison.Ordinal));
        Assert.InRange(modern, 1, Files.Length - 1);
    }

    private static void Check(ComponentSchema? schema, HclBlock block, List<string> problems, params string[] beside)
    {
        var where = $"{block.Type} {string.Join(' ', block.Labels)}";
        if (schema is null)
        {
            problems.Add($"{where}: no such component");
            return;
        }

        Check(where, schema.Attributes, schema.Blocks, block, problems, beside);
    }

    private static void Check(
        string where, IEnumerable<SettingSchema> attributes, IEnumerable<BlockSchema> blocks, HclBlock block, List<string> problems, string[] beside)
    {
        var known = attributes.ToDictionary(attribute => attribute.Name);
        problems.AddRange(block.Attributes.GroupBy(attribute => attribute.Name).Where(same => same.Count() > 1).Select(same => $"{where}: {same.Key} twice"));
        foreach (var (name, value) in block.Attributes)
        {
            if (known.GetValueOrDefault(name) is { } attribute)
            {
                CheckValue($"{where}: {name}", attribute, attribute.Type, value, problems);
            }
            else if (!beside.Contains(name))
            {
                problems.Add($"{where}: unknown attribute {name}");
            }
        }

        problems.AddRange(known.Values.Where(attribute => attribute.Enforced && block.Find(attribute.Name) is null)
            .Select(attribute => $"{where}: {attribute.Name} is missing"));
        foreach (var nested in block.Blocks.GroupBy(inner => inner.Type))
        {
            if (blocks.FirstOrDefault(candidate => candidate.Name == nested.Key) is not { } schema)
            {
                problems.Add($"{where}: unknown block {nested.Key}");
                continue;
            }

            if (!schema.Repeatable && nested.Count() > 1)
            {
                problems.Add($"{where}: block {nested.Key} stands {nested.Count()} times");
            }

            foreach (var inner in nested)
            {
                Check($"{where} {nested.Key}", schema.Attributes, schema.Blocks, inner, problems, []);
            }
        }
    }

    /// <summary>Variables and what Packer looks up are texts.</summary>
    private static void CheckValue(string where, SettingSchema attribute, SettingType type, HclExpression value, List<string> problems)
    {
        var fits = type.Kind switch
        {
            SettingKind.Text => value.Kind is HclKind.Text or HclKind.Reference,
            SettingKind.Number => value.Kind == HclKind.Number,
            SettingKind.Flag => value.Kind == HclKind.Flag,
            SettingKind.List => value.Kind == HclKind.List,
            _ => value.Kind == HclKind.Map,
        };
        if (!fits)
        {
            problems.Add($"{where} takes a {type}, not {value.Kind} {value.Source}");
            return;
        }

        if (attribute.AllowedStrict && value.Kind is HclKind.Text or HclKind.Number
            && !attribute.Allowed.Contains(value.Text, attribute.AllowedIgnoreCase ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal))
        {
            problems.Add($"{where} takes one of {string.Join(", ", attribute.Allowed)}, not {value.Source}");
        }

        foreach (var inner in value.Elements.Concat(value.Entries.Select(entry => entry.Value)))
        {
            CheckValue(where, attribute, type.Element!, inner, problems);
        }
    }

    private static IEnumerable<string> References(HclBlock block) =>
        block.Attributes.SelectMany(attribute => References(attribute.Value)).Concat(block.Blocks.SelectMany(References));

    private static IEnumerable<string> References(HclExpression value) => value.Kind switch
    {
        HclKind.Reference => [value.Text],
        HclKind.Text => value.Source.Split("${")[1..].Select(part => part.Split('}')[0]),
        _ => value.Elements.Concat(value.Entries.Select(entry => entry.Value)).SelectMany(References),
    };
}
