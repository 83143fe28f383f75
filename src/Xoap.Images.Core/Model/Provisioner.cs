using System.Collections.Immutable;
using Xoap.Images.Diagnostics;

namespace Xoap.Images.Model;

/// <summary>One step inside the guest, as declared.</summary>
/// <param name="Type">The provisioner type's name: <c>LinuxShellCommand</c>, or a Packer component's.</param>
/// <param name="Own">Settings of the type itself (<c>Command</c>, <c>RunAs</c>), by metadata name.</param>
/// <param name="Component">The Packer provisioner with the component settings that the user gave.</param>
/// <param name="Groups">Groups that the provisioner names itself a member of.</param>
/// <param name="After">Provisioners of the same group that come earlier.</param>
/// <param name="Before">Provisioners of the same group that come later.</param>
internal sealed record Provisioner(
    string Name,
    string Type,
    ImmutableArray<Setting> Own,
    Component Component,
    StepLimits Limits,
    Applicability Applicability,
    ImmutableArray<string> Groups,
    ImmutableArray<string> After,
    ImmutableArray<string> Before,
    Volatility Volatile,
    string Description,
    Origin Origin)
{
    public Setting? Find(string metadata) =>
        Own.FirstOrDefault(setting => string.Equals(setting.Name, metadata, StringComparison.OrdinalIgnoreCase));
}

/// <summary>How long and how often a step may try. None of it changes the image.</summary>
/// <param name="Timeout">Null: the project's DefaultProvisionerTimeout.</param>
/// <param name="MaxRetries">0 or more; null: Packer's default, no retry.</param>
internal sealed record StepLimits(TimeSpan? Timeout, int? MaxRetries, TimeSpan? PauseBefore);

/// <summary>Where a step can run; an empty list means anywhere.</summary>
internal sealed record Applicability(
    ImmutableArray<string> Platforms,
    ImmutableArray<string> OperatingSystems,
    ImmutableArray<string> Architectures,
    ImmutableArray<string> Providers)
{
    /// <summary>Whether one of the lists lets this value through.</summary>
    public static bool Includes(ImmutableArray<string> wanted, string actual) =>
        wanted.IsEmpty || wanted.Contains(actual, StringComparer.OrdinalIgnoreCase);
}
