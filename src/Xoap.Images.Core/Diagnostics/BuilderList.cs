namespace Xoap.Images.Diagnostics;

/// <summary>Builders as a sentence names them, so that a problem that several have is reported once.</summary>
internal static class BuilderList
{
    /// <summary><c>builder 'a'</c>, or <c>builders 'a' and 'b'</c>.</summary>
    public static string Of(IReadOnlyCollection<string> names) =>
        $"builder{(names.Count == 1 ? "" : "s")} {string.Join(" and ", names.Select(name => $"'{name}'"))}";

    /// <summary>With the verb for one builder or for several.</summary>
    public static string Of(IReadOnlyCollection<string> names, string verbOfOne, string verbOfSeveral) =>
        $"{Of(names)} {(names.Count == 1 ? verbOfOne : verbOfSeveral)}";
}
