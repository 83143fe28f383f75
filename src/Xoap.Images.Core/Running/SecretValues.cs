using System.Collections.Immutable;
using Xoap.Images.Diagnostics;
using Xoap.Images.History;
using Xoap.Images.Model;
using Xoap.Images.Rendering;

namespace Xoap.Images.Running;

/// <summary>Looks up secrets: only here, and only when Packer is about to start.</summary>
internal static class SecretValues
{
    /// <summary>Values by the name of the Packer variable.</summary>
    public static ImmutableArray<KeyValuePair<string, string>> Read(
        ImmutableArray<SecretVariable> variables, IReadOnlyDictionary<string, string> environment, DiagnosticBag bag)
    {
        var values = ImmutableArray.CreateBuilder<KeyValuePair<string, string>>(variables.Length);
        foreach (var variable in variables)
        {
            if (Value(variable, environment, bag) is { } value && Check(variable, value, bag))
            {
                values.Add(new KeyValuePair<string, string>(variable.Name, value));
            }
        }

        return values.ToImmutable();
    }

    private static string? Value(SecretVariable variable, IReadOnlyDictionary<string, string> environment, DiagnosticBag bag)
    {
        var (source, name) = variable.Reference;
        if (source == SecretSource.Env)
        {
            if (environment.TryGetValue(name, out var value) && value.Length > 0)
            {
                return value;
            }

            bag.Add(RunningDiagnostics.SecretVariableNotSet(variable.Origin, name));
            return null;
        }

        try
        {
            var content = File.ReadAllText(name);
            var text = content.EndsWith("\r\n", StringComparison.Ordinal) ? content[..^2]
                : content.EndsWith('\n') ? content[..^1]
                : content;
            if (text.Length > 0)
            {
                return text;
            }

            bag.Add(RunningDiagnostics.SecretFileNotReadable(variable.Origin, name, "it is empty"));
        }
        catch (Exception problem) when (DiskFault.Is(problem))
        {
            bag.Add(RunningDiagnostics.SecretFileNotReadable(variable.Origin, name, problem.Message));
        }

        return null;
    }

    private static bool Check(SecretVariable variable, string value, DiagnosticBag bag)
    {
        var reference = variable.Reference.ToString();
        if (value.Contains("{{", StringComparison.Ordinal))
        {
            bag.Add(RunningDiagnostics.SecretHoldsTemplate(variable.Origin, reference));
            return false;
        }

        if (value.Contains('\0', StringComparison.Ordinal))
        {
            bag.Add(RunningDiagnostics.SecretHoldsNul(variable.Origin, reference));
            return false;
        }

        if (value.Length < Redactor.ShortestSecret)
        {
            bag.Add(RunningDiagnostics.SecretTooShortToRedact(variable.Origin, reference));
        }

        return true;
    }
}
