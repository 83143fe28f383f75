using Xoap.Images.Diagnostics;
using Xoap.Images.Model;
using Xoap.Images.Schemas;

namespace Xoap.Images.Reading;

/// <summary>Items and properties in, the image as declared out.</summary>
internal static class ImageReader
{
    /// <summary>Reads everything and reports every problem; with errors in the bag the definition may have holes.</summary>
    public static ImageDefinition Read(ImageSource source, DiagnosticBag diagnostics)
    {
        var context = new ReadingContext(source.ProjectDirectory, diagnostics);
        var items = new ProjectItems(source.Items);
        ItemNames.Check(items, context);

        var properties = new ImageProperties(source, context);
        var definition = ImageDefinition.Empty(properties.ImageName());
        definition = definition with
        {
            Description = properties.Find("ImageDescription") ?? "",
            Tags = properties.ImageTags(),
            DefaultProvisionerTimeout = properties.Timeout("DefaultProvisionerTimeout") ?? definition.DefaultProvisionerTimeout,
            MaxAge = properties.Duration("ImageMaxAge"),
            Seal = properties.ImageSeal(),
            TestAnswerFile = properties.TestAnswerFile(),
            PesterModule = properties.Find("PesterModulePath") is { } pester ? ProjectPath.Absolute(source.ProjectDirectory, pester) : null,
            BatsFolder = properties.Find("BatsPath"),
        };

        var provisioners = ProvisionerReader.Read(items, context);
        RestartTimeouts.Check(provisioners, definition.DefaultProvisionerTimeout, context);
        var roles = new RoleReader(items, context);
        var groups = roles.ReadGroups(provisioners);
        var role = roles.ReadRole(properties.Find(ImageProperties.Role));
        roles.CheckUse(provisioners, groups);

        definition = new ApplicationReader(items, context).AddTo(definition);

        var systems = new OperatingSystemReader(
            items, new BaseImageReader(items, source, context), properties.Find(ImageProperties.OperatingSystem), context);
        var variants = new VariantReader(
            items, systems, new BlockReader(items, ItemTypes.BuilderBlock, ItemTypes.Builder, context), context)
            .Read(properties.Find(ImageProperties.Builders));
        return definition with
        {
            Provisioners = provisioners,
            Groups = groups,
            Role = role,
            Variants = variants,
            Tests = TestReader.Read(items, new TestChoices(systems.Names, definition.Tags, context), context),
        };
    }
}
