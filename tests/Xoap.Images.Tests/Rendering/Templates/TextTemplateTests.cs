using System.Collections.Immutable;
using Xoap.Images.Diagnostics;
using Xoap.Images.Model;
using Xoap.Images.Rendering.Templates;
using Xoap.Images.Tests.Infra;

namespace Xoap.Images.Tests.Rendering.Templates;

public class TextTemplateTests
{
    private const string File = "/os/answers.xml";

    [Theory]
    [InlineData("{{Image.Name}} {{Image.Description}} {{Image.Tags.cost-center}}", "web A \"web\" server & more 42")]
    [InlineData("{{OperatingSystem.Name}} {{OperatingSystem.Version}} {{OperatingSystem.Platform}}", "debian-12 12 Linux")]
    [InlineData("{{OperatingSystem.Architecture}}|{{OperatingSystem.Edition}}|{{Builder.Name}}", "x64|Core|qemu")]
    [InlineData("{{Locale}} <{{Owner}}>", "de-DE <O'Brien & \"Söhne\">")]
    [InlineData("{{xml Owner}}", "O&apos;Brien &amp; &quot;Söhne&quot;")]
    [InlineData("{{json Locale}} {{upper Locale}} {{lower Locale}}", "\"de-DE\" DE-DE de-de")]
    [InlineData("{{default Empty \"UTC\"}} {{default Locale \"en-US\"}} {{default Missing \"none\"}}", "UTC de-DE none")]
    [InlineData("a\r\n{{#if Empty}}\r\nb\r\n{{else}}\r\nc\r\n{{/if}}\r\nd", "a\r\nc\r\nd")]
    [InlineData("{{!-- {{Nope}} --}}{{! Nope }}\\{{Nope}} ${x} %{y} $(z)", "{{Nope}} ${x} %{y} $(z)")]
    public void A_template_gives_text_as_it_is_meant(string template, string expected) =>
        Assert.Equal(expected, TextPart.Plain(Rendered(template)));

    [Fact]
    public void A_secret_stays_a_reference() => Assert.Equal(
        [
            new TextPart("<p>"),
            new TextPart("", new SecretReference(SecretSource.Env, "ADMIN_PASSWORD"), TextEscape.Xml),
            new TextPart("</p>"),
            new TextPart("", new SecretReference(SecretSource.Env, "ADMIN_PASSWORD")),
        ],
        Rendered("<p>{{xml Password}}</p>{{#if Password}}{{Password}}{{/if}}").ToArray());

    [Fact]
    public void Every_unknown_name_is_an_error_at_each_of_its_places()
    {
        var problems = Problems("<a>\n  {{Locael}}\n  {{#if Nope}}{{xml Nope}}{{/if}} {{Image.Nam}}\n</a>");
        Assert.Equal(["2.3 XIMG3020", "3.15 XIMG3020", "3.3 XIMG3020", "3.35 XIMG3020"], problems.Select(Place).Order());
        Assert.Contains("'Locael', which is not known. Did you mean 'Locale'?", problems.Single(problem => problem.Origin.Line == 2).Message);
        Assert.Contains(problems, problem => problem.Message.Contains("'Image.Nam', which is not known. Did you mean 'Image.Name'?", StringComparison.Ordinal));
        Assert.All(problems, problem => Assert.Equal(File, problem.Origin.File));
    }

    [Theory]
    [InlineData("a\nb {{#if Locale}}c", "2.3 XIMG3021")]
    [InlineData("a\n{{/if}}", "2.1 XIMG3021")]
    [InlineData("a\n {{Locale", "2.2 XIMG3021")]
    [InlineData("a\n\n {{}}", "3.2 XIMG3021")]
    [InlineData("a\n\n {{xml}}", "3.2 XIMG3021")]
    [InlineData("a\n\n {{default Locale}}", "3.2 XIMG3021")]
    [InlineData("a\n{{> header}}", "2.1 XIMG3022")]
    [InlineData("a\n  {{upper Password}}", "2.3 XIMG3023")]
    [InlineData(" {{Image}}", "1.2 XIMG3024")]
    public void A_mistake_is_an_error_at_its_place(string template, string expected)
    {
        var problem = Assert.Single(Problems(template));
        Assert.Equal(expected, Place(problem));
    }

    [Fact]
    public void Messages_say_what_to_do()
    {
        Assert.Equal(
            "'Image' is not a value. Use one of: Image.Name, Image.Description, Image.Tags.cost-center.",
            Assert.Single(Problems("{{Image}}")).Message);
        Assert.Equal(
            "'upper' cannot change 'Password': it is a secret, which is filled in when Packer starts. Use it as it is, or with xml or json.",
            Assert.Single(Problems("{{upper Password}}")).Message);
        Assert.Equal(
            "'{{> header}}' would put another template here, which there is none of. Write its text into this file.",
            Assert.Single(Problems("{{> header}}")).Message);
        Assert.Equal(
            "The template cannot be read: Reached end of template before block expression 'if' was closed. "
            + "For braces that are text, write \\{{ instead of {{.",
            Assert.Single(Problems("{{#if Locale}}")).Message);
    }

    [Fact]
    public void Blanked_text_keeps_every_place()
    {
        const string Template = "<a b=\"{{Locale}}\">\n{{#if Locale}}\n<c/>{{!-- & --}}{{/if}}\\{{x}}</a>";
        var blanked = TemplateText.Blanked(Template);
        Assert.Equal(
            $"<a b=\"{new string(TemplateText.Unknown, 10)}\">\n{new string(' ', 14)}\n<c/>{new string(' ', 12)}{new string(' ', 7)}\\{{{{x}}}}</a>", blanked);
    }

    private static ImmutableArray<TextPart> Rendered(string template)
    {
        var diagnostics = new DiagnosticBag();
        var parts = TextTemplate.Render(File, template, Values(), diagnostics);
        Assert.Empty(diagnostics);
        return parts!.Value;
    }

    private static Diagnostic[] Problems(string template)
    {
        var diagnostics = new DiagnosticBag();
        Assert.Null(TextTemplate.Render(File, template, Values(), diagnostics));
        return [.. diagnostics];
    }

    private static string Place(Diagnostic problem) => $"{problem.Origin.Line}.{problem.Origin.Column} {problem.Code}";

    private static Dictionary<string, object> Values()
    {
        var system = A.Qemu().OperatingSystem! with { Edition = "Core" };
        var plan = A.Plan(A.Image() with { Variants = [A.Qemu() with { OperatingSystem = system }] }) with
        {
            ImageName = "web",
            Description = "A \"web\" server & more",
            Tags = [new MapEntry("cost-center", new SettingValue.Text("42"))],
        };
        return TemplateValues.Of(plan, new Setting(
            "TemplateVariables",
            new SettingValue.Map(
            [
                new MapEntry("Locale", new SettingValue.Text("de-DE")),
                new MapEntry("Owner", new SettingValue.Text("O'Brien & \"Söhne\"")),
                new MapEntry("Empty", new SettingValue.Text("")),
                new MapEntry("Password", new SettingValue.Secret(new SecretReference(SecretSource.Env, "ADMIN_PASSWORD"))),
            ]),
            Impact.Content,
            Origin.Project));
    }
}
