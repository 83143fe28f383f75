namespace Xoap.Images.Model;

/// <summary>The operating system inside an image that was built.</summary>
/// <param name="Edition">Null when the project does not say it; so is <paramref name="EndOfLife"/>.</param>
internal sealed record ImageSystem(
    string Name, Platform Platform, string Version, string Architecture, string? Edition = null, string? EndOfLife = null);
