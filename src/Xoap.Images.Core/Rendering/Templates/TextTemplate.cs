using System.Collections.Immutable;
using System.Text.RegularExpressions;
using HandlebarsDotNet;
using HandlebarsDotNet.Compiler;
using Xoap.Images.Diagnostics;
using Xoap.Images.Model;

namespace Xoap.Images.Rendering.Templates;

/// <summary>
/// Renders templates of the user. The only file that knows Handlebars.Net, which costs a third of a second at its first use: nothing
/// here is touched unless something is templated.
/// </summary>
internal static partial class TextTemplate
{
    private const int MostProblems = 50;

    private static readonly string[] Helpers = ["xml", "json", "lower", "upper", "default"];

    private static readonly IHandlebars Handlebars = Create();

    /// <summary>What the template gives; null when it is wrong, which has been reported at its place in the file.</summary>
    /// <param name="file">Absolute path, for messages.</param>
    /// <param name="values">From <see cref="TemplateValues"/>.</param>
    public static ImmutableArray<TextPart>? Render(string file, string text, Dictionary<string, object> values, DiagnosticBag diagnostics)
    {
        var names = TemplateValues.Names(values).ToArray();
        var complete = new Dictionary<string, object>(values, StringComparer.Ordinal);
        foreach (Match optional in Optional().Matches(text))
        {
            complete.TryAdd(optional.Groups["name"].Value, "");
        }

        var failed = Check(file, text, complete, diagnostics);
        for (var problems = 0; problems < MostProblems; problems++)
        {
            // Handlebars.Net throws what a user can do wrong.
            try
            {
                var rendered = Handlebars.Compile(text)(complete);
                return failed ? null : SecretMark.Split(rendered);
            }
            catch (HandlebarsUndefinedBindingException undefined)
            {
                var name = undefined.Path.TrimStart('#', '^', '/');
                failed = true;
                Report(file, text, name, names, diagnostics);
                if (!Define(complete, name))
                {
                    return null;
                }
            }
            catch (HandlebarsException problem)
            {
                if (!failed)
                {
                    diagnostics.Add(TemplateProblem.Of(file, text, problem.Message));
                }

                return null;
            }
        }

        return null;
    }

    /// <summary>What Handlebars.Net would accept and get wrong.</summary>
    private static bool Check(string file, string text, Dictionary<string, object> values, DiagnosticBag diagnostics)
    {
        var failed = false;
        foreach (var expression in TemplateText.Expressions(text))
        {
            if (expression.Content.StartsWith('>'))
            {
                failed = true;
                diagnostics.Add(TemplateDiagnostics.Partial(Place(file, text, expression.Start), expression.Content));
            }
            else if (Cased().Match(expression.Content) is { Success: true } cased
                && values.GetValueOrDefault(cased.Groups["name"].Value) is SecretMark)
            {
                failed = true;
                diagnostics.Add(TemplateDiagnostics.SecretChanged(
                    Place(file, text, expression.Start), cased.Groups["name"].Value, cased.Groups["helper"].Value));
            }
            else if (values.GetValueOrDefault(expression.Content) is Dictionary<string, object> group)
            {
                failed = true;
                diagnostics.Add(TemplateDiagnostics.NotAValue(
                    Place(file, text, expression.Start), expression.Content, TemplateValues.Names(group)));
            }
        }

        return failed;
    }

    private static void Report(string file, string text, string name, string[] names, DiagnosticBag diagnostics)
    {
        var word = new Regex($@"(?<![\w.-]){Regex.Escape(name)}(?![\w-])");
        var suggestion = Suggestion.For(name, names.Concat(Helpers));
        var found = false;
        foreach (var expression in TemplateText.Expressions(text))
        {
            if (!expression.Content.StartsWith('!') && word.IsMatch(expression.Content))
            {
                found = true;
                diagnostics.Add(TemplateDiagnostics.UnknownName(Place(file, text, expression.Start), name, suggestion, names));
            }
        }

        if (!found)
        {
            diagnostics.Add(TemplateDiagnostics.UnknownName(Origin.Place(file, 1, 1), name, suggestion, names));
        }
    }

    /// <summary>Gives an unknown name a value, so that the next one is found.</summary>
    private static bool Define(Dictionary<string, object> values, string path)
    {
        var parts = path.Split('.');
        foreach (var part in parts[..^1])
        {
            if (values.GetValueOrDefault(part) is not Dictionary<string, object> inner)
            {
                return values.TryAdd(part, new Dictionary<string, object>(StringComparer.Ordinal)) && Define(values, path);
            }

            values[part] = inner = new Dictionary<string, object>(inner, StringComparer.Ordinal);
            values = inner;
        }

        return values.TryAdd(parts[^1], "");
    }

    private static Origin Place(string file, string text, int index)
    {
        var (line, column) = TemplateText.PlaceOf(text, index);
        return Origin.Place(file, line, column);
    }

    private static IHandlebars Create()
    {
        var handlebars = HandlebarsDotNet.Handlebars.Create(
            new HandlebarsConfiguration { NoEscape = true, ThrowOnUnresolvedBindingExpression = true });
        Add("xml", 1, arguments => Escaped(arguments[0], TextEscape.Xml));
        Add("json", 1, arguments => Escaped(arguments[0], TextEscape.Json));
        Add("lower", 1, arguments => $"{arguments[0]}".ToLowerInvariant());
        Add("upper", 1, arguments => $"{arguments[0]}".ToUpperInvariant());
        Add("default", 2, arguments => $"{arguments[0]}".Length > 0 ? arguments[0] : arguments[1]);
        return handlebars;

        void Add(string name, int count, Func<Arguments, object?> give) => handlebars.RegisterHelper(
            name,
            (_, arguments) => arguments.Length == count
                ? give(arguments)!
                : throw new HandlebarsRuntimeException(TemplateProblem.WrongCount(name, count)));
    }

    private static string Escaped(object? value, TextEscape escape) =>
        value is SecretMark secret ? (secret with { Escape = escape }).ToString() : TextEscapes.Of($"{value}", escape);

    [GeneratedRegex(@"\{\{[^}]*?\bdefault\s+(?<name>[A-Za-z_][\w-]*)(?=[\s}])")]
    private static partial Regex Optional();

    [GeneratedRegex(@"\b(?<helper>lower|upper)\s+(?<name>[A-Za-z_][\w-]*)")]
    private static partial Regex Cased();
}
