namespace Xoap.Images.Model;

/// <summary>Names of environment variables.</summary>
internal static class VariableName
{
    /// <summary>Whether a shell can have a variable of that name.</summary>
    public static bool IsUsable(string name) =>
        name.Length > 0
        && !char.IsAsciiDigit(name[0])
        && name.All(character => char.IsAsciiLetterOrDigit(character) || character == '_');
}
