using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Xoap.Images.Rendering;
using Xoap.Images.Tests.Infra;

namespace Xoap.Images.Tests.AnyText;

/// <summary>
/// What Packer itself makes of a template: <c>packer inspect</c> parses it whole, and shows the values of locals, which a second file
/// beside it takes from the template word for word.
/// </summary>
internal static partial class PackerReading
{
    public static JsonNode?[] Of(RenderedImage image, IEnumerable<HclExpression> expressions)
    {
        using var folder = new TempFolder();
        folder.Write(image.Template, image.Files[0].Text!);
        var locals = expressions.Select((expression, index) => $"  p{index} = jsonencode({expression.Source})\n").ToArray();
        folder.Write("locals.pkr.hcl", $"locals {{\n{string.Concat(locals)}}}\n");
        var output = Packer.Succeeds(folder.Path, ["inspect", "."]).GetAwaiter().GetResult();
        var values = Local().Matches(output).ToDictionary(match => match.Groups["name"].Value, match => JsonNode.Parse(Unquoted(match.Groups["text"].Value)));
        return [.. locals.Select((_, index) => values[$"p{index}"])];
    }

    /// <summary>Go's quoted text.</summary>
    private static string Unquoted(string quoted)
    {
        var text = new StringBuilder();
        for (var index = 0; index < quoted.Length; index++)
        {
            if (quoted[index] != '\\')
            {
                text.Append(quoted[index]);
                continue;
            }

            var kind = quoted[++index];
            var digits = kind switch { 'x' => 2, 'u' => 4, 'U' => 8, _ => 0 };
            text.Append(digits > 0
                ? char.ConvertFromUtf32(Convert.ToInt32(quoted.Substring(index + 1, digits), 16))
                : kind switch { 'n' => "\n", 'r' => "\r", 't' => "\t", 'a' => "\a", 'b' => "\b", 'f' => "\f", 'v' => "\v", _ => kind.ToString() });
            index += digits;
        }

        return text.ToString();
    }

    [GeneratedRegex("""^local\.(?<name>p\d+): "(?<text>.*)"\r?$""", RegexOptions.Multiline)]
    private static partial Regex Local();
}
