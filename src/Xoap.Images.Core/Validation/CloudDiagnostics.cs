using Xoap.Images.Diagnostics;

namespace Xoap.Images.Validation;

/// <summary>Mistakes that only a provider's own rules make mistakes.</summary>
internal static class CloudDiagnostics
{
    public static Diagnostic NameDoesNotFit(Origin origin, string name, string builder, string setting, string expected) =>
        Diagnostic.Error(
            "XIMG2100",
            origin,
            $"The image's name '{name}' cannot become the {setting} of builder '{builder}': it takes {expected}. Write another ImageName.");
}
