using System.Collections.Immutable;

namespace Xoap.Images.Schemas;

/// <summary>A friendly builder type.</summary>
/// <param name="Component">Packer's builder: <c>qemu</c>.</param>
/// <param name="Provider">OnPremises, Docker, AWS, Azure, Google, or Any.</param>
/// <param name="NeedsOperatingSystem">False for builders without a guest of their own (null, file).</param>
internal sealed record BuilderType(string Name, string Component, string Provider, bool NeedsOperatingSystem = true)
{
    /// <summary>Provider-neutral names (<c>MemoryMB</c>) and the attribute they stand for.</summary>
    public ImmutableArray<SettingAlias> Aliases { get; init; } = [];

    /// <summary>Where the image's name and version go.</summary>
    public ImmutableArray<NamedAttribute> Names { get; init; } = [];

    /// <summary>Attributes that we set ourselves for another reason than the image's name.</summary>
    public ImmutableArray<ManagedAttribute> Sets { get; init; } = [];

    /// <summary>What is set for the guest's platform where nobody else did; <c>communicator</c> stands first.</summary>
    public ImmutableArray<PlatformDefault> Defaults { get; init; } = [];

    /// <summary>Where the image's tags go; null: the provider has none.</summary>
    public TagAttribute? Tags { get; init; }

    /// <summary>The attribute that takes the image's description, where the user does not give it; null: there is none.</summary>
    public string? Description { get; init; }

    /// <summary>What names the base image; null: a file does, or nothing has to.</summary>
    public BaseImage? Base { get; init; }

    /// <summary>Component attributes that we set ourselves.</summary>
    public ImmutableArray<ManagedAttribute> Managed =>
        [.. Names.Where(name => name is { Block: null }).Select(name => new ManagedAttribute(name.Attribute, name.Instead)), .. Sets];
}

/// <summary>A component attribute that we set ourselves.</summary>
/// <param name="Instead">What to write instead, as the end of a sentence: <c>write Command</c>.</param>
internal sealed record ManagedAttribute(string Name, string Instead);

/// <summary>What a cloud builder starts from.</summary>
/// <param name="Names">Attributes and blocks, one of which has to be there.</param>
/// <param name="Instead">What to write on the operating system when none is: <c>SourceImage="…"</c>.</param>
internal sealed record BaseImage(ImmutableArray<string> Names, string Instead);
