namespace Xoap.Images.TestReports;

/// <summary>Something wrong with a test file as a whole.</summary>
/// <param name="Line">In the file; 0 when it is not about a line.</param>
internal sealed record FileFault(string Message, int Line = 0, string Details = "");
