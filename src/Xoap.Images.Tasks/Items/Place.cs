namespace Xoap.Images.Tasks.Items;

/// <summary>A place in a file; line and column from 1, or 0 when they are not known.</summary>
internal readonly record struct Place(string File, int Line, int Column);
