using Xoap.Images.Diagnostics;
using Xoap.Images.Model;
using Xoap.Images.Reading.Sources;
using Xoap.Images.Schemas;

namespace Xoap.Images.Reading;

/// <summary>Two base images of which a cloud's builder can start from one only.</summary>
internal static class CloudSourceConflicts
{
    /// <summary>What makes a base image of an operating system's own metadata.</summary>
    private static readonly (string Provider, string Metadatum)[] Own =
    [
        (Providers.Aws, "AmiName"), (Providers.Aws, "AmiOwners"), (Providers.Azure, "GalleryName"), (Providers.Azure, "GalleryImageName"),
    ];

    /// <param name="component">It names a base image itself.</param>
    public static void Check(Component component, BuilderType type, OperatingSystemItem system, string builder, ReadingContext context)
    {
        var subject = $"'{builder}' ({type.Name})";
        var named = type.Base!.Names.Where(name => component.Has(name)).ToList();

        // The other components have rules of their own about these.
        if (named.Count > 1 && type.Provider is Providers.Aws or Providers.Google)
        {
            context.ReportOnce(
                CloudDiagnostics.TwoBaseImages(OriginOf(component, named[1]), subject, Written(component, named[0]), Written(component, named[1])),
                component.Name);
        }

        var own = Own.Where(entry => entry.Provider == type.Provider).Select(entry => system.Settings.Find(entry.Metadatum)).FirstOrDefault(own => own is not null);
        if (own is not null)
        {
            var origin = OriginOf(component, named[0]);
            context.ReportOnce(
                origin.ItemType == ItemTypes.OperatingSystem.Name
                    ? CloudDiagnostics.TwoBaseImages(own.Origin, subject, Written(component, named[0]), own.Name)
                    : SourceDiagnostics.SourceIsHidden(origin, subject, Written(component, named[0]), own.Name, system.Name),
                component.Name);
        }
    }

    private static Origin OriginOf(Component component, string name) =>
        component.Find(name)?.Origin ?? component.Blocks.First(block => block.Name == name).Origin;

    private static string Written(Component component, string name) =>
        component.Find(name) is null ? "block " + name : SettingName.ToMetadata(name);
}
