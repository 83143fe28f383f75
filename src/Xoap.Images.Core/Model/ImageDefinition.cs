using System.Collections.Immutable;

namespace Xoap.Images.Model;

/// <summary>The whole image as declared.</summary>
/// <param name="Tags">In declaration order.</param>
/// <param name="Role">The one role in scope, or the one that ImageRole names; null after an error.</param>
/// <param name="Seal">Auto, None, or the absolute path of a script.</param>
internal sealed record ImageDefinition(
    string Name,
    string Description,
    ImmutableArray<MapEntry> Tags,
    TimeSpan DefaultProvisionerTimeout,
    TimeSpan? MaxAge,
    string Seal,
    ProvisionerRole? Role,
    ImmutableArray<ProvisionerGroup> Groups,
    ImmutableArray<Provisioner> Provisioners,
    ImmutableArray<Variant> Variants)
{
    public ImmutableArray<Application> Applications { get; init; } = [];

    public ImmutableArray<ApplicationGroup> ApplicationGroups { get; init; } = [];

    public ImmutableArray<ApplicationRole> ApplicationRoles { get; init; } = [];

    /// <summary>Every file of tests in scope, whether it is for this image or not.</summary>
    public ImmutableArray<ImageTest> Tests { get; init; } = [];

    /// <summary>The absolute path of the answer file for the first start of a test's machine; None: the image brings its own; null: not said.</summary>
    public string? TestAnswerFile { get; init; }

    /// <summary>The folder of a Pester module that goes into the guest for the tests; null: the guest has its own.</summary>
    public string? PesterModule { get; init; }

    /// <summary>The folder with bin, lib and libexec of a Bats that goes into the guest for the tests; null: the guest has its own.</summary>
    public string? BatsFolder { get; init; }

    /// <summary>What an image without any setting looks like; reading starts from it.</summary>
    public static ImageDefinition Empty(string name) => new(
        name, "", [], TimeSpan.FromHours(1), null, "Auto", null, [], [], []);
}
