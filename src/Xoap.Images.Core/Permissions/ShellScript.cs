using System.Text;

namespace Xoap.Images.Permissions;

/// <summary>A script for whoever grants the permissions. What the project does not say, its caller has to.</summary>
internal sealed class ShellScript
{
    private readonly StringBuilder _text = new("#!/bin/sh\n");

    public ShellScript Comment(string text)
    {
        foreach (var line in text.Split('\n'))
        {
            _text.Append('#').Append(line.Length > 0 ? " " : "").Append(line).Append('\n');
        }

        return this;
    }

    /// <summary>Ends the comment at the top.</summary>
    public ShellScript Start() => Line("set -eu").Line("");

    public ShellScript Line(string line)
    {
        _text.Append(line).Append('\n');
        return this;
    }

    /// <summary>A variable with the project's value, or from the environment with a message when it is not there.</summary>
    public ShellScript Variable(string name, string? value, string meaning) => Line(value is not null
        ? $"{name}={Quote(value)}"
        : $"{name}=${{{name.ToUpperInvariant()}:?Set {name.ToUpperInvariant()} to {meaning}.}}");

    /// <summary>A variable with a value that its caller may replace.</summary>
    public ShellScript Default(string name, string value) => Line($"{name}=${{{name.ToUpperInvariant()}:-{Quote(value)}}}");

    /// <summary>One command over several lines.</summary>
    public ShellScript Command(string start, params IEnumerable<string> words)
    {
        _text.Append(start);
        foreach (var word in words)
        {
            _text.Append(" \\\n  ").Append(word);
        }

        _text.Append('\n');
        return this;
    }

    public override string ToString() => _text.ToString();

    public static string Quote(string text) => "'" + text.Replace("'", "'\\''", StringComparison.Ordinal) + "'";
}
