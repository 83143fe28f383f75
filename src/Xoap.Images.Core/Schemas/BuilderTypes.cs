using System.Collections.Immutable;
using Xoap.Images.Schemas.Builders;

namespace Xoap.Images.Schemas;

/// <summary>The friendly builder types.</summary>
internal static class BuilderTypes
{
    public static ImmutableArray<BuilderType> Friendly { get; } =
    [
        AmazonEbs.Type,
        Azure.AzureManaged,
        Azure.AzureGallery,
        GoogleCompute.Type,
        VSphere.Iso,
        VSphere.Clone,
        VMware.Iso,
        VMware.Vmx,
        Nutanix.Type,
        XenServer.Type,
        HyperV.Iso,
        HyperV.Clone,
        Qemu.Type,
        VirtualBox.Iso,
        VirtualBox.Ovf,
        Proxmox.Iso,
        Proxmox.Clone,
        new("Null", "null", Providers.Any, NeedsOperatingSystem: false),
        new("File", "file", Providers.Any, NeedsOperatingSystem: false)
        {
            Names = [new("target", "{output}/" + NamedAttribute.NameAndVersion, LocalOutput.Instead)],
        },
        Docker.Type,
    ];

    /// <summary>Every name that Type accepts: friendly ones first, then Packer's own.</summary>
    public static IEnumerable<string> Names
    {
        get
        {
            foreach (var type in Friendly)
            {
                yield return type.Name;
            }

            foreach (var component in SchemaCatalog.BuilderNames)
            {
                if (!Friendly.Any(type => Same(type.Name, component)) && !IsOfOneType(component))
                {
                    yield return component;
                }
            }
        }
    }

    /// <summary>The type of that friendly or component name in any case, or null.</summary>
    public static BuilderType? Find(string name)
    {
        foreach (var type in Friendly)
        {
            if (Same(type.Name, name) || (Same(type.Component, name) && IsOfOneType(type.Component)))
            {
                return type;
            }
        }

        // The name of a component that several types share means the component as it is.
        return SchemaCatalog.FindBuilder(name) is { } schema
            ? new BuilderType(schema.Name, schema.Name, Providers.Any, NeedsOperatingSystem: false)
            : null;
    }

    private static bool IsOfOneType(string component) => Friendly.Count(type => type.Component == component) == 1;

    private static bool Same(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
