using System.Reflection;

namespace Xoap.Images.Running;

/// <summary>The version of this SDK, as records name it.</summary>
internal static class SdkVersion
{
    public static string Text { get; } =
        typeof(SdkVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";
}
