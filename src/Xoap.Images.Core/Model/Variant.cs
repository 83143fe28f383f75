using System.Collections.Immutable;
using Xoap.Images.Diagnostics;

namespace Xoap.Images.Model;

/// <summary>An image on one builder, with the operating system source that fits it: what one run of Packer builds.</summary>
/// <param name="Name">The builder's name.</param>
/// <param name="Type">The builder's type as the user wrote it.</param>
/// <param name="Provider">OnPremises, Docker, AWS, Azure, Google or Any (null and file builders).</param>
/// <param name="Component">Packer's builder with its effective settings: builder over operating system over connection.</param>
/// <param name="OperatingSystem">Null only where the builder needs none (null and file builders).</param>
/// <param name="Connection">The connection's name, or null.</param>
internal sealed record Variant(
    string Name, string Type, string Provider, Component Component, OperatingSystem? OperatingSystem, string? Connection, Origin Origin)
{
    /// <summary>How the built image lets tests log in, where that is another way than the build's; empty: the same.</summary>
    public ImmutableArray<Setting> TestLogin { get; init; } = [];
}
