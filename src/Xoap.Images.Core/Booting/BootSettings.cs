using System.Collections.Immutable;
using System.Globalization;
using Xoap.Images.Model;
using Xoap.Images.Reading;
using Xoap.Images.Rendering;
using Xoap.Images.Schemas;

namespace Xoap.Images.Booting;

/// <summary>A variant's settings on their way to the component that boots its image.</summary>
internal static class BootSettings
{
    /// <summary>They type for an installer, or name what it starts from.</summary>
    private static readonly string[] OfInstallers =
    [
        "boot_command", "boot_key_interval", "boot_keygroup_interval", "boot_steps", "boot_wait", "guest_additions_*", "iso_*",
        "secondary_iso_images",
    ];

    /// <summary>What an installer reads.</summary>
    private static readonly string[] OfMedia = ["cd_*", "floppy_*", "http_*"];

    /// <summary>The machine is thrown away: however it stops is good enough, and a command may well generalise the guest.</summary>
    private static readonly string[] OfTheEnd =
        ["acpi_shutdown", "disable_shutdown", "disable_stop_instance", "keep_registered", "shutdown_command", "shutdown_timeout"];

    private static readonly string[] OfCommunicators = ["communicator", "ssh_*", "winrm_*", "temporary_key_pair_*", "pause_before_connecting"];

    /// <summary>What the boot component knows of the variant's settings.</summary>
    /// <param name="leftOut">Attributes and blocks that say what becomes of the image; <c>iso_*</c> means all that begin so.</param>
    public static Component Keep(this BootDraft draft, string component, params string[] leftOut)
    {
        var schema = SchemaCatalog.FindBuilder(component)!;
        var without = (string[])[.. OfInstallers, .. draft.WasInstalled ? OfMedia : [], .. OfTheEnd, .. leftOut];
        return new Component(
            component,
            [.. draft.Component.Settings.Where(setting => Knows(schema, setting.Name) && !IsIn(without, setting.Name))],
            [.. draft.Component.Blocks.Where(block => schema.Blocks.Any(known => known.Name == block.Name) && !IsIn(without, block.Name))]);
    }

    /// <summary>How the guest is reached, what it may want at its first start, and these attributes: the image brings its hardware along.</summary>
    public static Component KeepOnly(this BootDraft draft, string component, params string[] kept)
    {
        var schema = SchemaCatalog.FindBuilder(component)!;
        var with = (string[])[.. OfCommunicators, .. draft.WasInstalled ? [] : OfMedia, .. kept];
        return new Component(
            component,
            [.. draft.Component.Settings.Where(setting => Knows(schema, setting.Name) && IsIn(with, setting.Name))],
            []);
    }

    public static Component With(this Component component, string attribute, SettingValue value, BootDraft draft)
    {
        var schema = SchemaCatalog.FindBuilder(component.Name)!;
        var setting = SettingSet.Of(schema.Attributes.First(known => known.Name == attribute), value, draft.Origin) with { Files = FileUse.None };
        return component with { Settings = SettingSet.Over([setting], component.Settings, schema) };
    }

    public static Component With(this Component component, string attribute, string text, BootDraft draft) =>
        component.With(attribute, new SettingValue.Text(text), draft);

    public static Component With(this Component component, string attribute, bool flag, BootDraft draft) =>
        component.With(attribute, new SettingValue.Flag(flag), draft);

    /// <summary>With a name for the time of the run, written by Packer.</summary>
    public static Component Named(this Component component, string attribute, BootDraft draft) =>
        component.With(attribute, new SettingValue.Expression(draft.TestName), draft);

    /// <summary>With the project's tags, and ours by which a machine that was left behind is found.</summary>
    public static Component Tagged(this Component component, string attribute, TagAttribute rule, BootDraft draft)
    {
        var entries = ImmutableArray.CreateBuilder<MapEntry>();
        entries.AddRange(component.Find(attribute)?.Value is SettingValue.Map own ? own.Entries : []);
        foreach (var tag in draft.Plan.Tags)
        {
            Add(rule.KeyOf(tag.Key), PackerText.Literal(rule.ValueOf(((SettingValue.Text)tag.Value).Value)));
        }

        Add(TagAttribute.Image, rule.ValueOf(draft.Image.Name));
        Add(TagAttribute.Test, rule.ValueOf("v" + draft.Image.Version.ToString(CultureInfo.InvariantCulture)));
        return component.With(attribute, new SettingValue.Map(entries.ToImmutable()), draft);

        void Add(string key, string value)
        {
            if (!entries.Any(entry => string.Equals(entry.Key, key, StringComparison.OrdinalIgnoreCase)))
            {
                entries.Add(new MapEntry(key, new SettingValue.Text(value)));
            }
        }
    }

    /// <summary>In the folder of the run, which is removed behind it.</summary>
    public static Component InRunFolder(this Component component, BootDraft draft) =>
        component.With("output_directory", new SettingValue.Expression("var." + TemplateVariables.OutputDirectory), draft);

    public static string? Text(this Component component, string attribute) => (component.Find(attribute)?.Value as SettingValue.Text)?.Value;

    public static bool IsOn(this Component component, string attribute) => component.Find(attribute)?.Value is SettingValue.Flag { Value: true };

    private static bool Knows(ComponentSchema schema, string attribute) => schema.Attributes.Any(known => known.Name == attribute);

    private static bool IsIn(string[] names, string name) => names.Any(pattern => pattern.EndsWith('*')
        ? name.StartsWith(pattern[..^1], StringComparison.Ordinal)
        : name == pattern);
}
