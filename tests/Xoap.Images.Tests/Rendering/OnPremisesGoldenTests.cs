using Xoap.Images.Diagnostics;
using Xoap.Images.Planning;
using Xoap.Images.Reading;
using Xoap.Images.Rendering;
using Xoap.Images.Tests.Infra;
using Xoap.Images.Validation;

namespace Xoap.Images.Tests.Rendering;

/// <summary>A small and a full project of every on-premises builder type, from its text to the rendered folder; and Packer's own opinion of it.</summary>
public class OnPremisesGoldenTests
{
    private static readonly string Folder =
        Repository.PathOf("tests", "Xoap.Images.Tests", "Rendering", "Golden", "OnPremises");

    private static readonly string[] Names = [.. OnPremises.All.SelectMany(entry => Two(entry.Type))];

    private static readonly string[] Bundled = [.. OnPremises.All.Where(entry => entry.Bundled).SelectMany(entry => Two(entry.Type))];

    public static TheoryData<string> Cases => [.. Names];

    public static TheoryData<string> BundledCases => [.. Bundled];

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_folder_is_as_approved(string name)
    {
        var modern = Template(name, PackerProfile.Newest);
        var legacy = Bundled.Contains(name) ? [("legacy.pkr.hcl", Template(name, RenderedFolder.Legacy))] : Array.Empty<(string, string)>();
        Approved.Folder(Path.Combine(Folder, name), [("modern.pkr.hcl", modern), .. legacy]);
    }

    [Fact]
    public async Task Packer_formats_all_of_them_the_same_way()
    {
        using var folder = new TempFolder();
        foreach (var name in Names)
        {
            folder.Write(name.Replace('/', '-') + ".pkr.hcl", Template(name, PackerProfile.Newest));
            if (Bundled.Contains(name))
            {
                folder.Write(name.Replace('/', '-') + "-legacy.pkr.hcl", Template(name, RenderedFolder.Legacy));
            }
        }

        Assert.Empty(await Packer.Succeeds(folder.Path, ["fmt", "-check", "-diff", "."]));
    }

    [Theory]
    [MemberData(nameof(BundledCases))]
    public async Task Packer_finds_it_valid(string name)
    {
        // Packer 1.6 asks Hyper-V for the machine by its name, and crashes where there is no Hyper-V.
        if (name == "HyperVClone/Small")
        {
            return;
        }

        using var rendered = RenderedFolder.Of(Plan(name), RenderedFolder.Legacy);
        var template = Path.Combine(rendered.Path, rendered.Image.Template);
        await File.WriteAllTextAsync(template, WithABase((await File.ReadAllTextAsync(template)), rendered.Path));
        await Packer.Succeeds(
            rendered.Path,
            ["validate", "."],
            [.. rendered.Image.Secrets.Select(secret => (TemplateVariables.EnvironmentName(secret.Name), "a-secret"))]);
    }

    /// <summary>Packer looks whether a base on this machine is there.</summary>
    private static string WithABase(string template, string folder)
    {
        Directory.CreateDirectory(Path.Combine(folder, "base", "debian-12"));
        File.WriteAllText(Path.Combine(folder, "base", "debian-12.vmx"), "");
        return template.Replace("/projects/web/", folder + "/", StringComparison.Ordinal);
    }

    private static string[] Two(string type) => [type + "/Small", type + "/Full"];

    private static string Template(string name, PackerProfile profile)
    {
        var diagnostics = new DiagnosticBag();
        var image = RenderedFolder.Render(Plan(name), profile, diagnostics);
        Assert.Empty(diagnostics);
        return image.Files[0].Text!;
    }

    /// <summary>Keys depend on where the repository lies; rendering only copies them.</summary>
    private static BuildPlan Plan(string name)
    {
        var entry = OnPremises.All.Single(entry => name.StartsWith(entry.Type + "/", StringComparison.Ordinal));
        var diagnostics = new DiagnosticBag();
        var definition = ImageReader.Read((name.EndsWith("/Small", StringComparison.Ordinal) ? entry.Small : entry.Full).Build(), diagnostics);
        ImageRules.Check(definition, diagnostics);
        Assert.DoesNotContain(diagnostics, diagnostic => diagnostic.Severity == Severity.Error);
        return Planner.Plan(definition, new SourceContents(), new DiagnosticBag()).Single() with
        {
            ContentKey = new Fingerprint("c0ffee", []),
            TargetKey = new Fingerprint("7a26e7", []),
        };
    }
}
