namespace Xoap.Images.Planning;

/// <summary>The image that a plan starts in a machine of its own, instead of making one.</summary>
/// <param name="Version">The N in <c>name-vN</c>.</param>
/// <param name="Artifact">What is started, for people: a path, or the id that a provider gave it.</param>
internal sealed record BootedImage(string Name, int Version, string Artifact);
