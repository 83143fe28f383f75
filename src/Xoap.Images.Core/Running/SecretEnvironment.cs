namespace Xoap.Images.Running;

/// <summary>Secrets that nobody hands over: Packer's components, and the tools behind them, read them from the environment themselves.</summary>
internal static class SecretEnvironment
{
    private static readonly string[] Names =
    [
        "AWS_CONTAINER_AUTHORIZATION_TOKEN", "AWS_SECRET_ACCESS_KEY", "AWS_SECURITY_TOKEN", "AWS_SESSION_TOKEN",
        "ACTIONS_ID_TOKEN_REQUEST_TOKEN", "ARM_ACCESS_KEY", "ARM_CLIENT_CERTIFICATE_PASSWORD", "ARM_CLIENT_SECRET",
        "ARM_OIDC_REQUEST_TOKEN", "ARM_OIDC_TOKEN", "ARM_SAS_TOKEN", "AZURE_CLIENT_CERTIFICATE_PASSWORD", "AZURE_CLIENT_SECRET",
        "CLOUDSDK_AUTH_ACCESS_TOKEN", "GOOGLE_CREDENTIALS", "GOOGLE_OAUTH_ACCESS_TOKEN",
        "GOVC_PASSWORD", "NUTANIX_PASSWORD", "PROXMOX_PASSWORD", "PROXMOX_TOKEN", "VSPHERE_PASSWORD",
        "GITHUB_TOKEN", "HCP_CLIENT_SECRET", "PACKER_GITHUB_API_TOKEN", "SYSTEM_ACCESSTOKEN", "VAULT_TOKEN",
    ];

    /// <summary>Packer variables of the user's own do not reach Packer, but their secrets may get there another way.</summary>
    private const string PackerVariable = "PKR_VAR_";

    /// <summary>A region or a name in such a variable is no secret, and masking it would blacken the log.</summary>
    private static readonly string[] Secretive = ["password", "secret", "token", "private_key"];

    public static bool Holds(string name) =>
        Names.Contains(name, StringComparer.OrdinalIgnoreCase)
        || (name.StartsWith(PackerVariable, StringComparison.OrdinalIgnoreCase)
            && Array.Exists(Secretive, word => name.Contains(word, StringComparison.OrdinalIgnoreCase)));

    public static IEnumerable<string> Values(IReadOnlyDictionary<string, string> environment) =>
        environment.Where(variable => Holds(variable.Key)).Select(variable => variable.Value);
}
