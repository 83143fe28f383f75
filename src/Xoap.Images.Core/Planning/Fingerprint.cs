using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace Xoap.Images.Planning;

/// <summary>A content id with its labelled inputs: equal keys mean equal results, and the labels say why two differ.</summary>
/// <param name="Key">Lower-case hex SHA-256 over the inputs.</param>
internal sealed record Fingerprint(string Key, ImmutableArray<FingerprintInput> Inputs)
{
    public static Fingerprint Of(ImmutableArray<FingerprintInput> inputs)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var input in inputs)
        {
            Append(hash, input.Label);
            Append(hash, input.Value);
        }

        return new Fingerprint(Convert.ToHexStringLower(hash.GetHashAndReset()), inputs);
    }

    /// <summary>The same inputs and more behind them.</summary>
    public Fingerprint Then(IEnumerable<FingerprintInput> inputs) => Of([.. Inputs, .. inputs]);

    private static void Append(IncrementalHash hash, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        hash.AppendData(BitConverter.GetBytes(bytes.Length));
        hash.AppendData(bytes);
    }
}

/// <summary>One input of a fingerprint.</summary>
/// <param name="Label">What it is, in the user's words: <c>step InstallNginx: Command</c>.</param>
/// <param name="Value">The value, or a hash of it when it is long.</param>
internal sealed record FingerprintInput(string Label, string Value);
