using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Xoap.Images.Model;

namespace Xoap.Images.Rendering.Templates;

/// <summary>A secret on its way through a template, which sees only a mark of it.</summary>
internal sealed partial record SecretMark(SecretReference Reference, TextEscape Escape = TextEscape.None)
{
    private const char Start = '\uE001';
    private const char End = '\uE002';

    /// <summary>What stands in the rendered text; <see cref="Split"/> finds it there.</summary>
    public override string ToString() => $"{Start}{(int)Escape}{Reference}{End}";

    public static ImmutableArray<TextPart> Split(string rendered)
    {
        var parts = ImmutableArray.CreateBuilder<TextPart>();
        var end = 0;
        foreach (Match mark in Mark().Matches(rendered))
        {
            AddText(mark.Index);
            parts.Add(new TextPart(
                "", new SecretReference(SecretSource.Env, mark.Groups["name"].Value), (TextEscape)(mark.Groups["escape"].Value[0] - '0')));
            end = mark.Index + mark.Length;
        }

        AddText(rendered.Length);
        return parts.ToImmutable();

        void AddText(int until)
        {
            if (until > end)
            {
                parts.Add(new TextPart(rendered[end..until]));
            }
        }
    }

    [GeneratedRegex("\uE001(?<escape>[0-2])env:(?<name>[A-Za-z0-9_]+)\uE002")]
    private static partial Regex Mark();
}
