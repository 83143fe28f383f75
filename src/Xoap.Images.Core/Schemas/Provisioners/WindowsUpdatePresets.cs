using System.Collections.Immutable;

namespace Xoap.Images.Schemas.Provisioners;

/// <summary>Usual choices of updates, as the Windows Update Agent searches for them and filters on the update pick them.</summary>
internal static class WindowsUpdatePresets
{
    public const string Default = "Recommended";
    public const int DefaultPasses = 3;

    private const string NoPreviews = "exclude:$_.Title -like '*Preview*'";
    private const string All = "include:$true";

    private static readonly ImmutableArray<(string Name, string Criteria, ImmutableArray<string> Filters)> Rows =
    [
        ("Important", "AutoSelectOnWebSites=1 and IsInstalled=0", [NoPreviews, All]),
        (Default, "BrowseOnly=0 and IsInstalled=0", [NoPreviews, All]),
        ("All", "IsInstalled=0", [NoPreviews, All]),
        ("Optional", "AutoSelectOnWebSites=0 and IsInstalled=0", [NoPreviews, "include:$_.BrowseOnly"]),
    ];

    public static ImmutableArray<string> Names { get; } = [.. Rows.Select(row => row.Name)];

    public static string CriteriaOf(string preset) => Rows.First(row => row.Name == preset).Criteria;

    public static ImmutableArray<string> FiltersOf(string preset) => Rows.First(row => row.Name == preset).Filters;
}
