using System.Collections.Immutable;
using System.Globalization;
using Xoap.Images.Booting;
using Xoap.Images.Diagnostics;
using Xoap.Images.History;
using Xoap.Images.Model;
using Xoap.Images.Planning;
using Xoap.Images.Rendering;
using Xoap.Images.Running;

namespace Xoap.Images.Testing;

/// <summary>From an image and its tests to what is going to be started.</summary>
/// <param name="environment">The environment of the run.</param>
internal sealed class BootRequests(
    TestRunOptions options, BootFolders folders, PackerVersion packer, IReadOnlyDictionary<string, string> environment, TimeProvider time)
{
    /// <summary>It is written to its folders; null after a diagnostic.</summary>
    public List<TestBootRequest>? Of(VariantTests variant, BuiltImage image, DiagnosticBag bag)
    {
        IEnumerable<ImmutableArray<ListedFile>> groups = options.Boots == TestBoots.PerFile ? variant.Files.Select(file => ImmutableArray.Create(file)) : [variant.Files];
        var secrets = TemplateRenderer.Secrets(variant.Plan);
        var boots = new List<TestBootRequest>();
        foreach (var files in groups)
        {
            // A machine can only be kept when Packer fails, so a failed test has to make it.
            var step = TestSteps.Of(variant.Plan.Variant, [.. files.Select(file => file.Test)], variant.Plan.TestTools, number: 1, isGate: options.KeepOnFailure);
            if (BootPlan.Of(variant.Plan, image, [step], PackerProfile.For(packer.Version), bag) is not { } plan)
            {
                return null;
            }

            var name = options.Boots == TestBoots.PerFile ? files[0].Test.Number.ToString("000", CultureInfo.InvariantCulture) : "all";
            if (Rendered(plan, name, bag) is not { } rendered)
            {
                return null;
            }

            boots.Add(new TestBootRequest(plan, image.Version, files, rendered.Folder, rendered.Image, packer, options, secrets, environment, time));
        }

        return boots;
    }

    /// <summary>Null after a diagnostic.</summary>
    private (string Folder, RenderedImage Image)? Rendered(BuildPlan plan, string name, DiagnosticBag bag)
    {
        try
        {
            var rendered = TemplateFolder.Render(plan, packer.Version, bag);
            if (bag.HasErrors)
            {
                return null;
            }

            var folder = folders.Take(plan.Variant.Name, name);
            TemplateFolder.Write(folder, rendered);
            return (folder, rendered);
        }
        catch (Exception problem) when (DiskFault.Is(problem))
        {
            bag.Add(TestingDiagnostics.NotRendered(plan.Variant.Origin, plan.Variant.Name, Path.Combine(options.RenderedFolder, plan.Variant.Name), problem.Message));
            return null;
        }
    }
}
