namespace Xoap.Images.Reading;

/// <summary>What MSBuild takes for a reference when it stands in the parentheses behind $, @ or %.</summary>
internal static class MsBuildReference
{
    public static bool IsName(string body) => NameLength(body, 0) == body.Length && body.Length > 0;

    /// <summary>
    /// <c>[System.IO.Path]::…</c>, <c>Name.Replace(…)</c>, <c>Name[0]</c>, <c>Registry:…</c>: MSBuild reports what is wrong in it.
    /// </summary>
    public static bool IsFunction(string body)
    {
        if (body.StartsWith('[') || body.StartsWith("Registry:", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        var name = NameLength(body, 0);
        return name > 0 && name < body.Length && body[name] is '.' or '[';
    }

    /// <summary>A name, perhaps with a transform or a separator behind it.</summary>
    public static bool IsItems(string body)
    {
        var trimmed = body.Trim();
        var name = NameLength(trimmed, 0);
        var rest = trimmed.AsSpan(name).TrimStart();
        return name > 0 && (rest.IsEmpty || rest.StartsWith("->") || rest[0] == ',');
    }

    /// <summary>A name, perhaps with its item type before it.</summary>
    public static bool IsMetadata(string body)
    {
        var trimmed = body.Trim();
        var name = NameLength(trimmed, 0);
        return name > 0
            && (name == trimmed.Length || (trimmed[name] == '.' && name + 1 + NameLength(trimmed, name + 1) == trimmed.Length));
    }

    private static int NameLength(string text, int start)
    {
        var end = start;
        while (end < text.Length && IsNameCharacter(text, end, first: end == start))
        {
            end++;
        }

        return end - start;
    }

    private static bool IsNameCharacter(string text, int position, bool first) => text[position] switch
    {
        '_' => true,
        '-' => !first && !(position + 1 < text.Length && text[position + 1] == '>'),
        var character => char.IsAsciiLetter(character) || (!first && char.IsAsciiDigit(character)),
    };
}
