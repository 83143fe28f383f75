using Xoap.Images.Diagnostics;
using Xoap.Images.Model;
using Xoap.Images.Planning;
using Xoap.Images.Schemas;

namespace Xoap.Images.Rendering;

/// <summary>What wrote a line of the template: the builder, a step, or the SDK itself. Packer names lines, users know items.</summary>
/// <param name="Name">For a sentence: <c>the builder 'qemu'</c>.</param>
/// <param name="Settings">What the user set there.</param>
internal sealed record TemplatePart(string Name, Origin Origin, IReadOnlyList<Setting> Settings, IReadOnlyList<SettingBlock> Blocks)
{
    private const int BuilderIndent = 2;
    private const int StepIndent = 4;

    /// <param name="line">From 1; 0 when it is not known.</param>
    public static TemplatePart Find(BuildPlan plan, RenderedImage image, int line)
    {
        var whole = new TemplatePart($"the template for '{plan.Variant.Name}'", plan.Variant.Origin, [], []);
        var lines = image.Files[0].Text!.Split('\n');
        var (part, indent, start, provisioners) = (whole, 0, 0, 0);
        for (var index = 0; index < Math.Min(line, lines.Length); index++)
        {
            if (lines[index].StartsWith("source ", StringComparison.Ordinal))
            {
                (part, indent, start) = (OfBuilder(plan.Variant), BuilderIndent, index);
            }
            else if (lines[index].StartsWith("  provisioner ", StringComparison.Ordinal))
            {
                (part, indent, start) = (OfStep(plan, image, provisioners++) ?? whole, StepIndent, index);
            }
            else if (index + 1 < line && indent > 0 && lines[index] == "}".PadLeft(indent - 1))
            {
                (part, indent) = (whole, 0);
            }
        }

        return indent == 0 ? whole : part.At(lines.AsSpan(start, line - start), indent);
    }

    /// <summary>The setting that a message is about, by its name in the message; otherwise the part itself.</summary>
    public Origin OriginOf(string message) => Settings
        .Where(setting => Mentions(message, setting.Name))
        .MaxBy(setting => setting.Name.Length)?.Origin ?? Origin;

    private static TemplatePart OfBuilder(Variant variant) =>
        new($"the builder '{variant.Name}'", variant.Origin, variant.Component.Settings, variant.Component.Blocks);

    private static TemplatePart? OfStep(BuildPlan plan, RenderedImage image, int block)
    {
        foreach (var mark in image.Steps)
        {
            if (block < mark.Blocks)
            {
                var provisioner = plan.Steps.First(step => step.Number == mark.Number).Provisioner;
                return new TemplatePart(
                    $"the step '{mark.Name}'", mark.Origin, [.. provisioner.Own, .. provisioner.Component.Settings], provisioner.Component.Blocks);
            }

            block -= mark.Blocks;
        }

        return null;
    }

    /// <summary>The setting or nested block that the last of these lines belongs to, where it is one of the user's.</summary>
    private TemplatePart At(ReadOnlySpan<string> lines, int indent)
    {
        for (var index = lines.Length - 1; index > 0; index--)
        {
            if (Indent(lines[index]) == indent && lines[index][indent] is not ('}' or ']'))
            {
                var name = NameOf(lines[index]);
                return lines[index].EndsWith(" {", StringComparison.Ordinal) && !lines[index].EndsWith("= {", StringComparison.Ordinal)
                    ? InBlock(lines, index, name)
                    : Of(Settings.FirstOrDefault(setting => SettingName.Same(setting.Name, name)));
            }
        }

        return this;
    }

    private TemplatePart InBlock(ReadOnlySpan<string> lines, int start, string name)
    {
        var earlier = 0;
        foreach (var line in lines[..start])
        {
            earlier += line == lines[start] ? 1 : 0;
        }

        if (Blocks.Where(block => block.Name == name).ElementAtOrDefault(earlier) is not { } found)
        {
            return this;
        }

        var inner = NameOf(lines[^1]);
        return (this with { Origin = found.Origin, Settings = found.Settings })
            .Of(start == lines.Length - 1 ? null : found.Settings.FirstOrDefault(setting => setting.Name == inner));
    }

    private TemplatePart Of(Setting? setting) => setting is null ? this : this with { Origin = setting.Origin, Settings = [setting] };

    private static string NameOf(string line)
    {
        var text = line.AsSpan().TrimStart();
        var end = text.IndexOfAny(' ', '=');
        return (end < 0 ? text : text[..end]).ToString();
    }

    private static int Indent(string line) => line.Length - line.AsSpan().TrimStart().Length;

    private static bool Mentions(string message, string name)
    {
        for (var at = message.IndexOf(name, StringComparison.Ordinal); at >= 0; at = message.IndexOf(name, at + 1, StringComparison.Ordinal))
        {
            var end = at + name.Length;
            if ((at == 0 || !IsWord(message[at - 1])) && (end == message.Length || !IsWord(message[end])))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsWord(char character) => char.IsAsciiLetterOrDigit(character) || character == '_';
}
