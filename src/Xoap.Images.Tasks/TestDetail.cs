namespace Xoap.Images.Tasks;

/// <summary>How much the console shows of tests, in VSTest's words.</summary>
internal enum TestDetail
{
    /// <summary>Only how many passed, and errors.</summary>
    Quiet,

    /// <summary>Tests that failed, with all that they said, and the names of those that were skipped.</summary>
    Minimal,

    /// <summary>The names of those that passed, too.</summary>
    Normal,

    /// <summary>All that each test said.</summary>
    Detailed,
}
