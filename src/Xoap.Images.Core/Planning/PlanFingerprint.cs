using System.Collections.Immutable;
using Xoap.Images.Model;
using Xoap.Images.Schemas;

namespace Xoap.Images.Planning;

/// <summary>The keys of a plan (design: neither paths nor times, timeouts, retries or secret values are in them).</summary>
internal static class PlanFingerprint
{
    /// <param name="templates">From <see cref="TemplateInputs"/>.</param>
    public static Fingerprint Content(
        Variant variant, ImmutableArray<PlannedStep> steps, SourceContents contents, IEnumerable<FingerprintInput> templates)
    {
        var inputs = ImmutableArray.CreateBuilder<FingerprintInput>();
        inputs.Add(new FingerprintInput("rendering version", SettingText.Of(RenderingVersion.Current)));
        inputs.Add(new FingerprintInput("builder component", variant.Component.Name));
        inputs.AddRange(SourceIdentity.Inputs(variant, contents));
        AddSettings(
            inputs, "builder: ", variant.Component.Settings.Where(setting => !SourceIdentity.IsPlace(setting.Name)), Impact.Content, contents);
        AddBlocks(inputs, "builder: ", variant.Component.Blocks, Impact.Content, contents);
        AddSettings(inputs, "operating system: ", variant.OperatingSystem?.Installer ?? [], Impact.Content, contents);
        foreach (var step in steps)
        {
            AddStep(inputs, step, contents);
        }

        inputs.AddRange(templates);

        return Fingerprint.Of(inputs.ToImmutable());
    }

    public static Fingerprint Target(
        Fingerprint content, ImageDefinition definition, Variant variant, SourceContents contents)
    {
        var inputs = ImmutableArray.CreateBuilder<FingerprintInput>();
        inputs.Add(new FingerprintInput("image name", definition.Name));
        foreach (var tag in definition.Tags)
        {
            inputs.Add(new FingerprintInput($"image tag {tag.Key}", SettingText.Fingerprint(tag.Value)));
        }

        if (definition.Description.Length > 0
            && BuilderTypes.Find(variant.Type)?.Description is { } attribute && variant.Component.Find(attribute) is null)
        {
            inputs.Add(new FingerprintInput("image description", definition.Description));
        }

        AddSettings(inputs, "builder: ", variant.Component.Settings, Impact.Target, contents);
        AddBlocks(inputs, "builder: ", variant.Component.Blocks, Impact.Target, contents);
        return content.Then(inputs.ToImmutable());
    }

    private static void AddStep(ImmutableArray<FingerprintInput>.Builder inputs, PlannedStep step, SourceContents contents)
    {
        var provisioner = step.Provisioner;
        var label = $"step {provisioner.Name}";
        inputs.Add(new FingerprintInput(label, $"{step.Group}/{provisioner.Type}/{provisioner.Component.Name}"));
        AddSettings(inputs, label + ": ", provisioner.Own, Impact.Content, contents);
        AddSettings(inputs, label + ": ", provisioner.Component.Settings, Impact.Content, contents);
        AddBlocks(inputs, label + ": ", provisioner.Component.Blocks, Impact.Content, contents);
        foreach (var test in step.TestRun?.Tests ?? [])
        {
            inputs.AddRange(TestInputs(test));
            if (test.Test.Environment is { } environment)
            {
                AddSettings(inputs, $"test {test.Test.Name}: ", [environment], Impact.Content, contents);
            }
        }
    }

    /// <summary>A test lets an image pass or not; what runs it does not count.</summary>
    private static IEnumerable<FingerprintInput> TestInputs(PlannedTest planned)
    {
        var test = planned.Test;
        yield return new FingerprintInput($"test {test.Name}", $"{test.Framework}/{test.Login.RunAs}/{test.Login.UsePwsh}");
        foreach (var file in planned.Sources.SelectMany(source => source.Files).DistinctBy(file => file.Path))
        {
            yield return new FingerprintInput($"test {test.Name}: {test.GuestPath(file.Path.Replace('\\', '/'))}", file.Sha256);
        }
    }

    private static void AddBlocks(
        ImmutableArray<FingerprintInput>.Builder inputs,
        string label,
        ImmutableArray<SettingBlock> blocks,
        Impact impact,
        SourceContents contents)
    {
        for (var index = 0; index < blocks.Length; index++)
        {
            var block = blocks[index];
            var inner = $"{label}{block.Name}[{SettingText.Of(index)}].";
            AddSettings(inputs, inner, block.Settings, impact, contents);
            AddBlocks(inputs, inner, block.Blocks, impact, contents);
        }
    }

    private static void AddSettings(
        ImmutableArray<FingerprintInput>.Builder inputs,
        string label,
        IEnumerable<Setting> settings,
        Impact impact,
        SourceContents contents)
    {
        foreach (var setting in settings)
        {
            if (setting.Impact != impact || BaseFiles.StandFor(setting))
            {
                continue;
            }

            if (setting.Files is FileUse.None or FileUse.Folder)
            {
                inputs.Add(new FingerprintInput(label + setting.Name, SettingText.Fingerprint(setting.Value)));
                continue;
            }

            if (setting.Value is SettingValue.Map map)
            {
                inputs.Add(new FingerprintInput(label + setting.Name, string.Join(';', map.Entries.Select(entry => entry.Key))));
            }

            foreach (var path in SettingText.Texts(setting.Value))
            {
                AddFiles(inputs, label, setting.Name, contents.Find(path));
            }
        }
    }

    private static void AddFiles(
        ImmutableArray<FingerprintInput>.Builder inputs, string label, string name, SourceFiles? found)
    {
        if (found is null)
        {
            return;
        }

        // The last part of the path reaches the guest (Packer names uploads by it); the folders above it do not.
        var root = found.IsFolder ? Path.GetFileName(found.Path.TrimEnd('/', '\\')) + "/" : "";
        inputs.Add(new FingerprintInput(label + name, found.IsFolder ? "folder " + root : "file"));
        foreach (var file in found.Files)
        {
            inputs.Add(new FingerprintInput($"{label}{root}{file.RelativePath}", file.Sha256));
        }
    }
}
