using System.Collections.Immutable;
using Xoap.Images.Diagnostics;
using Xoap.Images.Model;
using Xoap.Images.Reading;

namespace Xoap.Images.Tests.Infra;

/// <summary>Builds an <see cref="ImageSource"/> item by item; metadata are given as <c>Name=value</c>.</summary>
internal sealed class ImageSourceBuilder
{
    private readonly Dictionary<string, string> _properties = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Dictionary<string, string>> _defaults = [];
    private readonly List<(string Type, string Name, string[] Metadata, string? File)> _items = [];
    private readonly Dictionary<string, ImmutableArray<BuiltImage>> _bases = new(StringComparer.OrdinalIgnoreCase);
    private string? _file;

    public ImageSourceBuilder Property(string name, string value)
    {
        _properties[name] = value;
        return this;
    }

    /// <summary>What ItemDefinitionGroup gives every item of the type.</summary>
    public ImageSourceBuilder Default(string itemType, string name, string value)
    {
        _defaults.TryAdd(itemType, new(StringComparer.OrdinalIgnoreCase));
        _defaults[itemType][name] = value;
        return this;
    }

    /// <summary>The items that follow are defined in this file.</summary>
    public ImageSourceBuilder In(string file)
    {
        _file = file;
        return this;
    }

    public ImageSourceBuilder Item(string type, string name, params string[] metadata)
    {
        _items.Add((type, name, metadata, _file));
        return this;
    }

    public ImageSourceBuilder Builder(string name, string type, params string[] metadata) =>
        Item("Builder", name, [$"Type={type}", .. metadata]);

    public ImageSourceBuilder OperatingSystem(string name, params string[] metadata) => Item("OperatingSystem", name, metadata);

    public ImageSourceBuilder Connection(string name, params string[] metadata) => Item("Connection", name, metadata);

    public ImageSourceBuilder Provisioner(string name, string type, params string[] metadata) =>
        Item("Provisioner", name, [$"Type={type}", .. metadata]);

    public ImageSourceBuilder Group(string name, string provisioners, params string[] metadata) =>
        Item("ProvisionerGroup", name, [$"Provisioners={provisioners}", .. metadata]);

    public ImageSourceBuilder Role(string name, string groups, params string[] metadata) =>
        Item("ProvisionerRole", name, [$"Groups={groups}", .. metadata]);

    /// <summary>Debian 12 on a QEMU builder named <c>qemu</c>.</summary>
    public ImageSourceBuilder OnQemu(params string[] metadata) =>
        Builder("qemu", "Qemu", ["SshUsername=root", "SshPassword=env:ROOT_PASSWORD", "ShutdownCommand=poweroff", .. metadata])
        .OperatingSystem("debian-12", "Platform=Linux", "Version=12", "DiskImage=disks/debian-12.qcow2", $"Checksum=sha256:{new string('a', 64)}");

    /// <summary>A base image and what its records say.</summary>
    public ImageSourceBuilder BaseImage(string name, params BuiltImage[] images)
    {
        _bases[name] = [.. images];
        return Item("BaseImage", name, "Records=base/image.json");
    }

    /// <summary>One shell command, in a group, in a role.</summary>
    public ImageSourceBuilder Server() =>
        Provisioner("hello", "LinuxShellCommand", "Command=echo hello", "Timeout=5m").Group("basics", "hello").Role("server", "basics");

    public ImageSource Build()
    {
        var items = new List<Item>();
        foreach (var (type, name, metadata, file) in _items)
        {
            var defaults = _defaults.GetValueOrDefault(type) ?? [];
            var values = new Dictionary<string, string>(defaults, StringComparer.OrdinalIgnoreCase);
            foreach (var entry in metadata)
            {
                var equals = entry.IndexOf('=', StringComparison.Ordinal);
                values[entry[..equals]] = entry[(equals + 1)..];
            }

            var index = items.Count(other => other.Type == type);
            items.Add(new Item(type, name, values, defaults, new Origin(type, name, index, File: file)));
        }

        return new ImageSource(An.ProjectDirectory, _properties, items) { BaseImages = _bases };
    }
}
