using System.Collections.Immutable;
using Xoap.Images.Diagnostics;
using Xoap.Images.Model;
using Xoap.Images.Schemas;

namespace Xoap.Images.Reading;

/// <summary>The image's properties, typed.</summary>
internal sealed class ImageProperties(ImageSource source, ReadingContext context)
{
    public const string Name = "ImageName";
    public const string Role = "ImageRole";
    public const string OperatingSystem = "ImageOperatingSystem";
    public const string Builders = "ImageBuilders";

    private const string Tags = "ImageTags";
    private const string Seal = "ImageSeal";
    private const string TestAnswers = "ImageTestAnswerFile";
    private const string AutoSeal = "Auto";
    private const string NoSeal = "None";

    private readonly ValueReader _values = new(context);

    /// <summary>A property's value, or null when it is not set.</summary>
    public string? Find(string name) =>
        source.Properties.TryGetValue(name, out var value) && value.Trim() is { Length: > 0 } text ? text : null;

    public string ImageName()
    {
        var name = Find(Name) ?? "";
        if (!ItemNames.IsUsableForFiles(name))
        {
            context.Report(ProjectDiagnostics.UnusableImageName(Origin.Property(Name), "an image", name));
        }

        return name;
    }

    public ImmutableArray<MapEntry> ImageTags()
    {
        ImmutableArray<MapEntry> tags = Read(new SettingSchema(Tags, SettingType.TextMap)) is SettingValue.Map map ? map.Entries : [];
        if (tags.FirstOrDefault(tag => string.Equals(tag.Key, TagAttribute.Image, StringComparison.OrdinalIgnoreCase)) is { } own)
        {
            context.Report(SpellingDiagnostics.OwnTag(Origin.Property(Tags), own.Key));
        }

        return tags;
    }

    public TimeSpan? Duration(string name) =>
        Read(new SettingSchema(name, SettingType.Text) { Format = SettingFormat.Duration }) is SettingValue.Text text
        && DurationText.TryParse(text.Value, out var duration)
            ? duration
            : null;

    /// <summary>A duration that is not zero.</summary>
    public TimeSpan? Timeout(string name)
    {
        var timeout = Duration(name);
        if (timeout == TimeSpan.Zero)
        {
            context.Report(ReadingDiagnostics.NoTime(Origin.Property(name), name));
        }

        return timeout;
    }

    /// <summary>Auto, None, or the absolute path of a script.</summary>
    public string ImageSeal()
    {
        var seal = Find(Seal) ?? AutoSeal;
        foreach (var choice in (ReadOnlySpan<string>)[AutoSeal, NoSeal])
        {
            if (string.Equals(seal, choice, StringComparison.OrdinalIgnoreCase))
            {
                return choice;
            }
        }

        // Scripts have an extension or stand in a folder; a mistyped word has neither.
        if (seal.AsSpan().IndexOfAny('.', '/', '\\') < 0 && Suggestion.For(seal, [AutoSeal, NoSeal]) is { Length: > 0 } suggestion)
        {
            context.Report(ReadingDiagnostics.NotAllowed(Origin.Property(Seal), Seal, seal, suggestion, [AutoSeal, NoSeal, "a script's path"]));
            return AutoSeal;
        }

        return ProjectPath.Absolute(context.ProjectDirectory, seal);
    }

    /// <summary>None, or the absolute path of a file; null: it is not said.</summary>
    public string? TestAnswerFile() => Find(TestAnswers) switch
    {
        null => null,
        var file when string.Equals(file, NoSeal, StringComparison.OrdinalIgnoreCase) => NoSeal,
        var file => ProjectPath.Absolute(context.ProjectDirectory, file),
    };

    private SettingValue? Read(SettingSchema schema) =>
        Find(schema.Name) is { } text
            ? _values.Read(schema, schema.Name, MsBuildText.Escape(text), Origin.Property(schema.Name), literal: true)
            : null;
}
