using System.Collections.Immutable;
using System.Text;
using Xoap.Images.Diagnostics;
using Xoap.Images.Model;

namespace Xoap.Images.Rendering;

/// <summary>A variable of the template for each distinct secret.</summary>
internal sealed class SecretNames
{
    private readonly Dictionary<SecretReference, SecretVariable> _byReference = [];
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal)
    {
        TemplateVariables.ImageVersion, TemplateVariables.OutputDirectory, TemplateVariables.ManifestPath, TemplateVariables.PrivateFolder,
    };

    private readonly ImmutableArray<SecretVariable>.Builder _variables = ImmutableArray.CreateBuilder<SecretVariable>();

    /// <summary>In the order of their first use.</summary>
    public ImmutableArray<SecretVariable> Variables => _variables.ToImmutable();

    public string NameOf(SecretReference reference, Origin origin)
    {
        if (!_byReference.TryGetValue(reference, out var variable))
        {
            variable = new SecretVariable(Free(Stem(reference)), reference, origin);
            _byReference.Add(reference, variable);
            _variables.Add(variable);
        }

        return variable.Name;
    }

    private static string Stem(SecretReference reference)
    {
        var stem = new StringBuilder(reference.Source == SecretSource.Env ? "env_" : "file_");
        var name = reference.Source == SecretSource.Env ? reference.Name : Path.GetFileNameWithoutExtension(reference.Name);
        foreach (var character in name)
        {
            stem.Append(char.IsAsciiLetterOrDigit(character) ? char.ToLowerInvariant(character) : '_');
        }

        return stem.ToString();
    }

    private string Free(string stem)
    {
        var name = stem;
        for (var number = 2; !_taken.Add(name); number++)
        {
            name = $"{stem}_{number}";
        }

        return name;
    }
}
