namespace Xoap.Images.Planning;

/// <summary>Part of every content key: raised when what Rendering puts into a guest changes, so that images are built anew.</summary>
internal static class RenderingVersion
{
    public const int Current = 2;
}
