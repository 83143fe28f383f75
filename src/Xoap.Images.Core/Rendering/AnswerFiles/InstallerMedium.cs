using System.Collections.Immutable;
using Xoap.Images.Model;
using Xoap.Images.Rendering.Hcl;
using Xoap.Images.Schemas;
using OperatingSystem = Xoap.Images.Model.OperatingSystem;

namespace Xoap.Images.Rendering.AnswerFiles;

/// <summary>How a builder hands the answer file and its companions to the installer.</summary>
/// <param name="Attributes">Attributes of the builder, in the place of the user's ones of the same name.</param>
/// <param name="Blocks">The builder's blocks.</param>
/// <param name="Private">Files with secrets in them, for the runner to write.</param>
internal sealed record InstallerMedium(
    ImmutableArray<HclEntry> Attributes, ImmutableArray<SettingBlock> Blocks, ImmutableArray<PrivateFile> Private)
{
    private const long FloppySize = 1440 * 1024;

    public static InstallerMedium Of(TemplateDraft draft)
    {
        var component = draft.Plan.Variant.Component;
        var none = new InstallerMedium([], component.Blocks, []);
        if (draft.Plan.Variant.OperatingSystem is not { } system || InstallerFiles.AnswerFile(system) is not { } path
            || SchemaCatalog.FindBuilder(component.Name) is not { } schema)
        {
            return none;
        }

        var origin = system.Find("AnswerFile")!.Origin;
        if (AnswerFileFormat.Of(system.Platform, path, draft.Texts.GetValueOrDefault(path, "")) is not { } format)
        {
            draft.Diagnostics.Add(InstallerDiagnostics.UnknownInstaller(origin, path));
            return none;
        }

        var choice = new MediumChoice(draft.Profile, schema, component);
        var wanted = system.Find("AnswerFileMedium");
        if (choice.Of((wanted?.Value as SettingValue.Text)?.Value, system.Platform, format) is not { } medium)
        {
            draft.Diagnostics.Add(InstallerDiagnostics.NoMedium(
                (wanted ?? system.Find("AnswerFile"))!.Origin, draft.Plan.Variant.Name, component.Name, draft.Profile.Version, choice.Todo(draft.Plan.Variant.Name, system.Platform)));
            return none;
        }

        var files = InstallerFiles.Of(draft, system, format);
        return medium == InstallerMedia.Http
            ? Served(draft, files, none)
            : OnDisk(draft, system, choice, medium, format, files, none);
    }

    private static InstallerMedium Served(TemplateDraft draft, ImmutableArray<InstallerFile> files, InstallerMedium none)
    {
        var component = draft.Plan.Variant.Component;
        if ((component.Find("http_directory") ?? component.Find("http_content")) is { } own)
        {
            draft.Diagnostics.Add(InstallerDiagnostics.ServedTwice(own.Origin, draft.Plan.Variant.Name));
            return none;
        }

        var staging = new MediumStaging(draft, "http");
        return none with { Attributes = [new HclEntry("http_directory", staging.AsOneFolder(files))], Private = staging.Private };
    }

    private static InstallerMedium OnDisk(
        TemplateDraft draft,
        OperatingSystem system,
        MediumChoice choice,
        string medium,
        AnswerFileFormat format,
        ImmutableArray<InstallerFile> files,
        InstallerMedium none)
    {
        var component = draft.Plan.Variant.Component;
        var isFloppy = medium == InstallerMedia.Floppy;
        var prefix = isFloppy ? "floppy" : "cd";
        if (isFloppy && files.Sum(file => file.Length) is var size and > FloppySize)
        {
            draft.Diagnostics.Add(InstallerDiagnostics.FloppyIsFull((system.Find("SetupFiles") ?? system.Find("AnswerFile"))!.Origin, size));
        }

        var staging = new MediumStaging(draft, "media");
        var content = choice.Has(prefix + "_content") ? staging.Content(files) : [];
        var (alone, folders) = staging.Entries([.. files.Where(file => !(file.HasSecrets && choice.Has(prefix + "_content")))]);
        var attributes = ImmutableArray.CreateBuilder<HclEntry>();
        Add(prefix + "_files", isFloppy ? alone : [.. alone, .. folders]);
        if (isFloppy)
        {
            Add("floppy_dirs", folders);
        }

        if (!content.IsEmpty)
        {
            attributes.Add(new HclEntry(prefix + "_content", new HclValue.Map([.. OwnContent(draft, prefix + "_content"), .. content])));
        }

        if (format.CdLabel is { } label)
        {
            attributes.Add(new HclEntry(prefix + "_label", HclValue.Of(label)));
            if (component.Find(prefix + "_label") is { Value: SettingValue.Text own } given
                && !string.Equals(own.Value, label, StringComparison.OrdinalIgnoreCase))
            {
                draft.Diagnostics.Add(InstallerDiagnostics.OtherLabel(given.Origin, own.Value, format.Name, label));
            }
        }

        return choice.UsesExtraCd
            ? none with { Blocks = ExtraCd.With(component.Blocks, attributes.ToImmutable()), Private = staging.Private }
            : none with { Attributes = attributes.ToImmutable(), Private = staging.Private };

        void Add(string name, ImmutableArray<HclValue> ours)
        {
            var own = component.Find(name) is { } setting && draft.Hcl(setting).Value is HclValue.List list ? list.Values : [];
            if (!ours.IsEmpty || !own.IsEmpty)
            {
                attributes.Add(new HclEntry(name, new HclValue.List([.. ours, .. own])));
            }
        }
    }

    private static ImmutableArray<HclEntry> OwnContent(TemplateDraft draft, string name) =>
        draft.Plan.Variant.Component.Find(name) is { } setting && draft.Hcl(setting).Value is HclValue.Map map ? map.Entries : [];
}
