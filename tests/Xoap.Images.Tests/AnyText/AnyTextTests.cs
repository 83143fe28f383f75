using System.Buffers;
using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using FsCheck;
using FsCheck.Fluent;
using Xoap.Images.Diagnostics;
using Xoap.Images.Planning;
using Xoap.Images.Reading;
using Xoap.Images.Rendering;
using Xoap.Images.Schemas;
using Xoap.Images.Tests.Infra;
using Xunit.Sdk;

namespace Xoap.Images.Tests.AnyText;

/// <summary>
/// Any text in any setting of a project's XML is what Packer reads in the template, or a diagnostic at its item. MSBuild evaluates the
/// project and Packer reads the template; random texts are drawn anew with another seed.
/// </summary>
public class AnyTextTests
{
    private const ulong Seed = 20261121;
    private const int Size = 50;

    private static readonly SearchValues<char> NotOfPaths = SearchValues.Create(" \t\n\"'|&<>");

    /// <summary>Builders of every cloud, of containers, and of machines that are there already.</summary>
    private static readonly string[] Builders = ["amazon-ebs", "azure-arm", "googlecompute", "docker", "null"];

    private static readonly string[] Provisioners =
        ["shell", "shell-local", "powershell", "windows-shell", "windows-restart", "ansible", "ansible-local"];

    [Fact]
    public void Escaped_text_arrives_in_every_setting()
    {
        var slots = Slots();
        var texts = slots.Sum(slot => slot.Type.Kind == SettingKind.Text ? 1 : 6);
        Assert.True(slots.Length > 150, $"only {slots.Length} settings take text");
        Check(NastyText.Any, texts, batch => Arrives(slots, new Queue<string>(batch)));
    }

    [Fact]
    public void Text_as_it_is_written_arrives_or_is_a_diagnostic() => Check(NastyText.AsWritten, 700, batch =>
    {
        var texts = EvaluatedProject.Accepted([.. batch.Select(Writable)]);
        var items = texts.Select((text, index) => new XElement(
            "Provisioner",
            new XAttribute("Include", $"p{index}"),
            new XAttribute("Type", "shell"),
            new XAttribute("Inline", "x"),
            new XAttribute("RemoteFolder", text)));
        var (plans, diagnostics) = Plan([.. items, .. Frame(texts.Select((_, index) => $"p{index}"), "null")]);
        var image = RenderedFolder.Render(plans[0], RenderedFolder.Legacy, diagnostics);
        var blocks = Blocks(image, "provisioner");
        var told = diagnostics.Select(diagnostic => diagnostic.Origin.Name).ToHashSet();
        Assert.Equal(texts.Length, blocks.Count);
        var silent = Enumerable.Range(0, texts.Length).Where(index => !told.Contains($"p{index}")).ToArray();
        var arrived = PackerReading.Of(image, silent.Select(index => blocks[index].Find("remote_folder")!));
        Assert.True(told.Count > texts.Length / 50, $"only {told.Count} of {texts.Length} texts were caught");
        foreach (var (text, found) in silent.Select(index => texts[index]).Zip(arrived))
        {
            var meant = MsBuildText.Trim(text);
            Assert.True(
                Same(JsonValue.Create(meant), found)
                    || Same(JsonValue.Create(MsBuildText.Unescape(meant)), found)
                    || (IsLonePath(meant) && AsPath(meant) == AsPath(found!.GetValue<string>())),
                $"written {JsonValue.Create(text).ToJsonString()}, arrived {found?.ToJsonString()}");
        }
    });

    [Fact]
    public void Commands_and_environments_arrive_in_the_guest() => Check(NastyText.Any, 900, batch =>
    {
        const int each = 8;
        var commands = batch.Take(500).ToArray();
        var environments = batch.Skip(500).Chunk(each).ToArray();
        var tell = EvaluatedProject.Escape($"printf '%s\\0' {string.Concat(Enumerable.Range(0, each).Select(number => $"\"$V{number}\" "))}");
        var items = commands.Select((command, index) => Command($"c{index}", EvaluatedProject.Escape(command)))
            .Concat(environments.Select((values, index) =>
            {
                var item = Command($"e{index}", tell);
                var entries = values.Select((value, number) => $"V{number}={EvaluatedProject.Escape(value.TrimStart())}");
                item.Add(new XAttribute("EnvironmentVariables", string.Join(';', entries)));
                return item;
            }))
            .ToArray();
        var (plans, diagnostics) = Plan([.. items, .. Frame(items.Select(item => item.Attribute("Include")!.Value), "null")]);
        var image = RenderedFolder.Render(plans[0], RenderedFolder.Legacy, diagnostics);
        Assert.Empty(diagnostics);
        var scripts = image.Files.Skip(1).Select(file => file.Text!).ToArray();
        Assert.Equal(items.Length, scripts.Length);
        Assert.Equal(commands.Select(command => $"#!/bin/sh\nset -e\n{command.Replace("\r\n", "\n", StringComparison.Ordinal)}\n"), scripts[..commands.Length]);
        Assert.Equal(environments.SelectMany(values => values).Select(value => value.TrimStart()), scripts[commands.Length..].SelectMany(Run));
    });

    /// <summary>XML has no way to write them, and %xx may as well be a part of a printf: <c>%02d</c>.</summary>
    [Fact]
    public void Control_characters_cannot_be_written_and_are_a_diagnostic()
    {
        foreach (var character in Enumerable.Range(0, ' ').Except(['\t', '\n', '\r']))
        {
            var (_, diagnostics) = Plan([Command("c", $"printf %{character:x2}d"), .. Frame(["c"], "null")]);
            Assert.Equal(("XIMG1024", "c"), (diagnostics.Single().Code, diagnostics.Single().Origin.Name));
        }
    }

    /// <summary>What the dry run finds no fault with: the SDK sets some attributes itself.</summary>
    private static (string Component, bool IsBuilder, TextSlot Slot, SettingType Type)[] Slots()
    {
        var all = Builders.Select(name => (Name: name, IsBuilder: true, Schema: SchemaCatalog.FindBuilder(name)!))
            .Concat(Provisioners.Select(name => (Name: name, IsBuilder: false, Schema: SchemaCatalog.FindProvisioner(name)!)))
            .SelectMany(entry => TextSlot.Of(entry.Schema, RenderedFolder.Legacy).Select(slot => (entry.Name, entry.IsBuilder, slot, slot.Type)))
            .ToArray();
        var diagnostics = new DiagnosticBag();
        ImageReader.Read(EvaluatedProject.Read(Project(all, () => "x", []), diagnostics), diagnostics);
        var refused = diagnostics.Select(diagnostic => (diagnostic.Origin.Name, diagnostic.Origin.Metadata)).ToHashSet();
        return [.. all.Where(entry => !refused.Contains((entry.Name, entry.slot.Metadatum)))];
    }

    private static void Arrives((string Component, bool IsBuilder, TextSlot Slot, SettingType Type)[] slots, Queue<string> texts)
    {
        var expected = new Dictionary<(string Component, string Attribute), JsonNode>();
        var (plans, diagnostics) = Plan(Project(slots, texts.Dequeue, expected));
        Assert.Empty(diagnostics);
        Assert.Equal(Builders.Length, plans.Length);
        foreach (var plan in plans)
        {
            var image = RenderedFolder.Render(plan, RenderedFolder.Legacy, diagnostics);
            Assert.Empty(diagnostics);

            // The provisioners are the same in all templates, and asked for in one.
            var blocks = Blocks(image, "source").Concat(plan == plans[0] ? Blocks(image, "provisioner") : []).ToArray();
            var asked = blocks
                .SelectMany(block => block.Attributes.Select(attribute => (Key: (block.Labels[0], attribute.Name), attribute.Value)))
                .Where(attribute => expected.ContainsKey(attribute.Key))
                .ToArray();
            Assert.Equal(blocks.Sum(block => expected.Keys.Count(key => key.Component == block.Labels[0])), asked.Length);
            foreach (var (attribute, arrived) in asked.Zip(PackerReading.Of(image, asked.Select(attribute => attribute.Value))))
            {
                Assert.True(
                    Same(expected[attribute.Key], arrived),
                    $"{attribute.Key}: expected {expected[attribute.Key].ToJsonString()}, arrived {arrived?.ToJsonString()}");
            }
        }
    }

    /// <summary>One item for each component, with every slot filled.</summary>
    private static XElement[] Project(
        (string Component, bool IsBuilder, TextSlot Slot, SettingType Type)[] slots, Func<string> next, Dictionary<(string, string), JsonNode> expected)
    {
        var items = slots.GroupBy(slot => (slot.Component, slot.IsBuilder)).Select(component =>
        {
            var item = new XElement(
                component.Key.IsBuilder ? "Builder" : "Provisioner",
                new XAttribute("Include", component.Key.Component),
                new XAttribute("Type", component.Key.Component));
            foreach (var (_, _, slot, _) in component)
            {
                var (written, json) = slot.Fill(next);
                item.Add(new XAttribute(slot.Metadatum, written));
                expected[(component.Key.Component, slot.Attribute)] = json;
            }

            return item;
        });
        return [.. items, .. Frame(Provisioners)];
    }

    /// <summary>What makes an image of steps: a group, a role, builders and what they start from.</summary>
    private static IEnumerable<XElement> Frame(IEnumerable<string> steps, params string[] builders) =>
    [
        new XElement("ProvisionerGroup", new XAttribute("Include", "g"), new XAttribute("Provisioners", string.Join(';', steps))),
        new XElement("ProvisionerRole", new XAttribute("Include", "r"), new XAttribute("Groups", "g")),
        new XElement("OperatingSystem", new XAttribute("Include", "os"), new XAttribute("Platform", "Linux")),
        .. builders.Select(builder => new XElement("Builder", new XAttribute("Include", builder), new XAttribute("Type", builder))),
    ];

    private static XElement Command(string name, string command) => new(
        "Provisioner", new XAttribute("Include", name), new XAttribute("Type", "LinuxShellCommand"), new XAttribute("Command", command));

    private static (BuildPlan[] Plans, DiagnosticBag Diagnostics) Plan(IReadOnlyList<XElement> items)
    {
        var diagnostics = new DiagnosticBag();
        var definition = ImageReader.Read(EvaluatedProject.Read(items, diagnostics), diagnostics);
        return ([.. Planner.Plan(definition, new SourceContents(), diagnostics)], diagnostics);
    }

    private static List<HclBlock> Blocks(RenderedImage image, string type)
    {
        var template = HclFile.Read(image.Files[0].Text!);
        return [.. type == "source" ? template.All(type) : template.All("build").Single().All(type)];
    }

    private static void Check(Gen<string> text, int count, Action<string[]> property)
    {
        try
        {
            var texts = text.Sample(count, new Rnd(Seed), Size).ToArray();
            Assert.Equal(count, texts.Length);
            property(texts);
        }
        catch (XunitException problem)
        {
            Assert.Fail($"Seed {Seed}: {problem.Message}");
        }
    }

    /// <summary>Runs the script and gives what it prints.</summary>
    private static string[] Run(string script)
    {
        using var folder = new TempFolder();
        var start = new ProcessStartInfo("/bin/sh", [folder.Write("script.sh", script)])
        {
            RedirectStandardOutput = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        using var shell = Process.Start(start)!;
        var output = shell.StandardOutput.ReadToEnd();
        shell.WaitForExit();
        return output.Split('\0')[..^1];
    }

    /// <summary>XML normalises line ends that stand in it as such; control characters it cannot hold at all.</summary>
    private static string Writable(string text) => new([.. text.Where(character => character >= ' ' || character is '\n' or '\t')]);

    /// <summary>A lone path may be written with the slashes of another system.</summary>
    private static bool IsLonePath(string text) =>
        text.Contains('\\', StringComparison.Ordinal) && text.AsSpan().IndexOfAny(NotOfPaths) < 0;

    private static string AsPath(string text) =>
        string.Join('/', MsBuildText.Unescape(text).Normalize(NormalizationForm.FormC).Split(['/', '\\'], StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Packer's language keeps text in Unicode's composed form; the SDK adds tags of its own to those of the user.</summary>
    private static bool Same(JsonNode expected, JsonNode? arrived)
    {
        var composed = JsonNode.Parse(expected.ToJsonString(Readable).Normalize(NormalizationForm.FormC))!;
        return composed is JsonObject entries && arrived is JsonObject map
            ? entries.All(entry => JsonNode.DeepEquals(entry.Value, map[entry.Key]))
            : JsonNode.DeepEquals(composed, arrived);
    }

    private static readonly System.Text.Json.JsonSerializerOptions Readable = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}
