namespace Xoap.Images.TestReports;

internal enum PowerShellTokenKind
{
    /// <summary>Anything without spaces: a command, a parameter, a variable, an operator.</summary>
    Word,

    /// <summary>A string with or without variables.</summary>
    Text,
    Open,
    Close,
    Comma,

    /// <summary>A line break or ';'.</summary>
    End,
}

/// <param name="Text">As written; of a string, what it says, with its variables unfilled.</param>
/// <param name="Start">Index in the file.</param>
internal readonly record struct PowerShellToken(PowerShellTokenKind Kind, string Text, int Line, int Start);
