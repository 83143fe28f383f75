namespace Xoap.Images.Diagnostics;

internal enum Severity
{
    Warning,
    Error,
}
