using System.Collections.Immutable;
using Xoap.Images.Diagnostics;
using Xoap.Images.Model;
using Xoap.Images.Planning;
using Xoap.Images.Rendering.AnswerFiles;
using Xoap.Images.Rendering.Hcl;
using Xoap.Images.Rendering.Provisioners;
using Xoap.Images.Schemas;

namespace Xoap.Images.Rendering;

/// <summary>Turns a plan into a folder that <c>packer build .</c> runs as it stands.</summary>
internal static class TemplateRenderer
{
    /// <summary>Absolute paths of the files whose text <see cref="Render"/> needs, read as UTF-8.</summary>
    public static IEnumerable<string> Texts(BuildPlan plan) => plan.Steps
        .Where(step => step.Provisioner.Type is nameof(LinuxShellScript) or nameof(PowerShellScript))
        .SelectMany(step => LinuxShellScript.Paths(step.Provisioner))
        .Concat(plan.Steps.SelectMany(step => DscLocalConfiguration.Texts(step.Provisioner)))
        .Concat(InstallerFiles.Texts(plan))
        .Distinct(StringComparer.Ordinal);

    /// <summary>Every secret that the plan refers to.</summary>
    public static ImmutableArray<SecretVariable> Secrets(BuildPlan plan)
    {
        var draft = new TemplateDraft(plan, PackerProfile.Newest, new Dictionary<string, string>(), null, []);
        VariableBlocks.NameSecrets(draft);
        return draft.Secrets.Variables;
    }

    /// <param name="texts">Contents of what <see cref="Texts"/> names, by path.</param>
    /// <param name="accelerator">QEMU's accelerator on this machine, for a builder that does not name one.</param>
    public static RenderedImage Render(
        BuildPlan plan,
        PackerProfile profile,
        IReadOnlyDictionary<string, string> texts,
        DiagnosticBag diagnostics,
        string? accelerator = null)
    {
        if (profile.Version < PackerProfile.Oldest)
        {
            diagnostics.Add(RenderingDiagnostics.PackerTooOld(Origin.Property("PackerVersion"), profile.Version, PackerProfile.Oldest));
            profile = PackerProfile.Newest; // What else such a Packer lacks helps nobody.
        }

        var draft = new TemplateDraft(LegacyForm.Of(plan, profile), profile, texts, accelerator, diagnostics);
        VariableBlocks.NameSecrets(draft);
        PluginBlock.Write(draft, Plugins(draft));
        var medium = InstallerMedium.Of(draft);
        VariableBlocks.Write(draft, !medium.Private.IsEmpty);
        SourceBlock.Write(draft, medium);
        var marks = WriteBuild(draft);
        var template = plan.ImageName + ".pkr.hcl";
        return new RenderedImage(
            template,
            [RenderedFile.Of(template, draft.Template.ToString()), .. draft.Files],
            draft.Secrets.Variables,
            marks)
        {
            PrivateFiles = medium.Private,
        };
    }

    private static ImmutableArray<StepMark> WriteBuild(TemplateDraft draft)
    {
        var variant = draft.Plan.Variant;
        draft.Template.Open("build");
        draft.Template.Attribute(
            "sources", HclValue.TextList($"source.{variant.Component.Name}.{SourceBlock.Label(variant)}"));
        var marks = ImmutableArray.CreateBuilder<StepMark>(draft.Plan.Steps.Length);
        foreach (var step in draft.Plan.Steps)
        {
            var blocks = new StepBlocks(draft, step);
            StepRenderer.Render(blocks);
            marks.Add(blocks.Mark);
        }

        if (draft.Plan.Boot is null)
        {
            WriteManifest(draft);
        }

        draft.Template.Close();
        return marks.ToImmutable();
    }

    private static void WriteManifest(TemplateDraft draft)
    {
        draft.Template.Open("post-processor", "manifest");
        draft.Template.Attribute("output", HclValue.Variable(TemplateVariables.ManifestPath));
        draft.Template.Attribute("strip_path", HclValue.Of(false));
        draft.Template.Attribute(
            "custom_data",
            new HclValue.Map(
            [
                new HclEntry("image", HclValue.Of(draft.Plan.ImageName)),
                new HclEntry("version", HclValue.Variable(TemplateVariables.ImageVersion)),
                new HclEntry("content_key", HclValue.Of(draft.Plan.ContentKey.Key)),
                new HclEntry("target_key", HclValue.Of(draft.Plan.TargetKey.Key)),
            ]));
        draft.Template.Close();
    }

    /// <summary>The plugins of every component, after a look at what the installed Packer lacks.</summary>
    private static List<PluginSource> Plugins(TemplateDraft draft)
    {
        var plugins = new List<PluginSource>();
        var variant = draft.Plan.Variant;
        Add(SchemaCatalog.FindBuilder(variant.Component.Name), variant.Component, variant.Origin);
        foreach (var step in draft.Plan.Steps)
        {
            var provisioner = step.Provisioner;
            if (provisioner.Type == nameof(WindowsUpdate) && !WindowsUpdate.HasPlugin(draft.Profile))
            {
                continue;
            }

            Add(SchemaCatalog.FindProvisioner(provisioner.Component.Name), provisioner.Component, provisioner.Origin);
        }

        return plugins;

        void Add(ComponentSchema? schema, Component component, Origin origin)
        {
            if (schema is null)
            {
                return;
            }

            ProfileCheck.Check(draft.Profile, schema, component, origin, draft.Diagnostics);
            if (schema.Plugin is { } plugin)
            {
                plugins.Add(plugin);
            }
        }
    }
}
