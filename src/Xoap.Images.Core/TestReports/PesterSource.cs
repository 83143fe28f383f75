using System.Collections.Immutable;

namespace Xoap.Images.TestReports;

/// <summary>The tests of a Pester file from its text: what Describe, Context and It are called with. A loop or cases count once.</summary>
internal sealed class PesterSource
{
    private readonly TestFile _file;
    private readonly string _text;
    private readonly IReadOnlyList<PowerShellToken> _tokens;
    private readonly List<TestCase> _tests = [];
    private readonly Stack<Scope> _scopes = new();
    private readonly Ordinals _ordinals = new();

    private PesterSource(TestFile file, string text)
    {
        (_file, _text) = (file, text.TrimStart('\uFEFF'));
        _tokens = PowerShellLexer.Tokens(text);
    }

    public static ImmutableArray<TestCase> Tests(TestFile file, string text)
    {
        var source = new PesterSource(file, text);
        source.Read();
        return [.. source._tests];
    }

    private void Read()
    {
        var startsCommand = true;
        for (var index = 0; index < _tokens.Count; index++)
        {
            var token = _tokens[index];
            if (startsCommand && Command(token) is { } command && PesterCall.Read(_tokens, index, _text) is { } call)
            {
                Enter(command, token.Line, call);
                index = call.Body;
                continue;
            }

            if (token.Kind == PowerShellTokenKind.Open)
            {
                _scopes.Push(Inner(token.Text == "{"));
            }
            else if (token.Kind == PowerShellTokenKind.Close && _scopes.Count > 0)
            {
                _scopes.Pop();
            }

            startsCommand = token.Kind is PowerShellTokenKind.End or PowerShellTokenKind.Open;
        }
    }

    /// <summary>The command in lower case, if it stands where tests are declared.</summary>
    private string? Command(PowerShellToken token) =>
        token.Kind == PowerShellTokenKind.Word
        && (_scopes.Count == 0 || _scopes.Peek() is { IsBlock: true, IsTest: false })
        && token.Text.ToLowerInvariant() is "describe" or "context" or "it"
            ? token.Text.ToLowerInvariant()
            : null;

    private void Enter(string command, int line, PesterCall call)
    {
        var scope = new Scope(IsBlock: true, command == "it", call, _scopes.TryPeek(out var outside) ? outside : null);
        _scopes.Push(scope);
        if (scope.IsTest)
        {
            var calls = scope.Calls.Reverse().ToList();
            ImmutableArray<string> path = [.. calls.Select(outer => outer.Name)];
            var id = TestId.Of(_file, path, line, _ordinals.Next(TestId.Of(_file, path, line, 1)));
            _tests.Add(new TestCase(id, _file.Path, line, path) { Tags = [.. calls.SelectMany(outer => outer.Tags)] });
        }
    }

    private Scope Inner(bool isBlock) =>
        _scopes.TryPeek(out var outer) ? new(isBlock, outer.IsTest, null, outer) : new(isBlock, IsTest: false, null, null);

    /// <summary>What an opened bracket stands for.</summary>
    /// <param name="IsBlock">Commands can stand in it.</param>
    /// <param name="IsTest">It is in the body of a test.</param>
    private sealed record Scope(bool IsBlock, bool IsTest, PesterCall? Call, Scope? Outer)
    {
        /// <summary>The innermost first.</summary>
        public IEnumerable<PesterCall> Calls
        {
            get
            {
                for (var scope = this; scope is not null; scope = scope.Outer)
                {
                    if (scope.Call is { } call)
                    {
                        yield return call;
                    }
                }
            }
        }
    }
}
