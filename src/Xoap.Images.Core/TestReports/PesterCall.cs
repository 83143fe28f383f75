using System.Collections.Immutable;

namespace Xoap.Images.TestReports;

/// <summary>A Describe, Context or It with its arguments.</summary>
/// <param name="Name">With its variables as written.</param>
/// <param name="Body">Index of the token that opens its block.</param>
internal sealed record PesterCall(string Name, ImmutableArray<string> Tags, int Body)
{
    /// <summary>The call that begins at a token; null when it has no name or no block.</summary>
    public static PesterCall? Read(IReadOnlyList<PowerShellToken> tokens, int command, string text)
    {
        string? name = null;
        var tags = ImmutableArray.CreateBuilder<string>();
        var (parameter, depth) = ("", 0);
        for (var index = command + 1; index < tokens.Count; index++)
        {
            var token = tokens[index];
            switch (token.Kind)
            {
                case PowerShellTokenKind.Open when depth == 0 && token.Text == "{":
                    return name is null ? null : new(name, tags.ToImmutable(), index);
                case PowerShellTokenKind.Open when depth == 0 && token.Text == "(" && parameter is "" or "name" && name is null:
                    var end = Closing(tokens, index);
                    name = end < tokens.Count ? text[token.Start..(tokens[end].Start + 1)] : null;
                    index = end;
                    parameter = "";
                    break;
                case PowerShellTokenKind.Open:
                    depth++;
                    break;
                case PowerShellTokenKind.Close when depth == 0:
                case PowerShellTokenKind.End when depth == 0 && tokens[index - 1].Kind != PowerShellTokenKind.Comma:
                    return null;
                case PowerShellTokenKind.Close:
                    depth--;
                    parameter = depth > 0 || IsFollowedByComma(tokens, index) ? parameter : "";
                    break;
                case PowerShellTokenKind.Word when depth == 0 && IsParameter(token.Text):
                    parameter = Parameter(token.Text);
                    break;
                case PowerShellTokenKind.Word or PowerShellTokenKind.Text:
                    name = parameter is "" or "name" && depth == 0 ? name ?? token.Text : name;
                    if (parameter == "tag")
                    {
                        tags.Add(token.Text);
                    }

                    parameter = depth > 0 || IsFollowedByComma(tokens, index) ? parameter : "";
                    break;
                default:
                    break;
            }
        }

        return null;
    }

    private static bool IsFollowedByComma(IReadOnlyList<PowerShellToken> tokens, int index) =>
        index + 1 < tokens.Count && tokens[index + 1].Kind == PowerShellTokenKind.Comma;

    private static int Closing(IReadOnlyList<PowerShellToken> tokens, int open)
    {
        var depth = 0;
        for (var index = open; index < tokens.Count; index++)
        {
            depth += tokens[index].Kind switch { PowerShellTokenKind.Open => 1, PowerShellTokenKind.Close => -1, _ => 0 };
            if (depth == 0)
            {
                return index;
            }
        }

        return tokens.Count;
    }

    private static bool IsParameter(string word) => word.Length > 1 && word[0] is '-' or '–' or '—' && char.IsLetter(word[1]);

    /// <summary>What the next value is for: a name, tags, something else, or nothing since the parameter takes none.</summary>
    private static string Parameter(string word)
    {
        var colon = word.IndexOf(':', StringComparison.Ordinal);
        var parameter = (colon < 0 ? word[1..] : word[1..colon]).ToLowerInvariant();
        var hasValue = colon >= 0 && colon + 1 < word.Length;
        return parameter switch
        {
            _ when hasValue => "",
            "n" or "na" or "nam" or "name" => "name",
            "tag" or "tags" => "tag",
            "fixture" or "test" or "skip" or "pending" or "focus" or "allownulloremptyforeach" => "",
            _ => "other",
        };
    }
}
