using System.Collections.Immutable;

namespace Xoap.Images.Permissions;

/// <summary>What the credentials of one connection must be allowed to do for the image's builders.</summary>
/// <param name="Name">The connection's name; the provider's for builders that use none.</param>
/// <param name="Builders">The builders that it covers.</param>
internal sealed record PermissionSet(string Name, ImmutableArray<string> Builders, ImmutableArray<PermissionFile> Files);

/// <summary>One file of the set, ready to use.</summary>
/// <param name="Purpose">What to do with it, as the end of a line: <c>IAM policy of the user or role</c>.</param>
internal sealed record PermissionFile(string Name, string Text, string Purpose);
