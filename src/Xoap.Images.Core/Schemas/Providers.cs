using System.Collections.Immutable;

namespace Xoap.Images.Schemas;

/// <summary>Where images are built for.</summary>
internal static class Providers
{
    public const string Aws = "AWS";
    public const string Azure = "Azure";
    public const string Google = "Google";
    public const string OnPremises = "OnPremises";
    public const string Docker = "Docker";

    /// <summary>The builder fits any provider's operating systems: it makes no machine of its own.</summary>
    public const string Any = "Any";

    public static ImmutableArray<string> All { get; } = [Aws, Azure, Google, OnPremises, Docker];
}
