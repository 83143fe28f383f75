namespace Xoap.Images.Reading;

/// <summary>Processor architectures under the names that their vendors use.</summary>
internal static class Architecture
{
    public const string Default = "x64";

    public static string Normal(string name) => name switch
    {
        "x86_64" or "amd64" => "x64",
        "aarch64" => "arm64",
        _ => name,
    };
}
