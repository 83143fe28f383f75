using Xoap.Images.Diagnostics;
using Xoap.Images.Model;
using Xoap.Images.Schemas.Provisioners;

namespace Xoap.Images.Validation.Rules;

/// <summary>A pull server is XOAP's (workspace and group) or any other (address, key and configurations), whole and well-formed.</summary>
internal static class PullserversAreNamedOneWay
{
    private const string WorkspaceStart = "ws-";
    private const int ShortestWorkspace = 8;
    private const int LongestGroup = 64;

    private static readonly string[] OfXoap = [DscPullserverConfiguration.WorkspaceId, DscPullserverConfiguration.GroupName];

    private static readonly string[] OfOthers =
    [
        DscPullserverConfiguration.ServerUrl, DscPullserverConfiguration.RegistrationKey, DscPullserverConfiguration.ConfigurationNames,
    ];

    public static void Check(ImageDefinition definition, ReadingTroubles troubles, DiagnosticBag diagnostics)
    {
        foreach (var provisioner in definition.Provisioners)
        {
            if (provisioner.Type == DscPullserverConfiguration.Type.Name)
            {
                // A setting that was not understood has been reported, and is missing here.
                if (!troubles.With(provisioner.Origin))
                {
                    CheckForm(provisioner, diagnostics);
                }

                Check(DscPullserverConfiguration.WorkspaceId, IsWorkspace, DscDiagnostics.BadWorkspaceId);
                Check(DscPullserverConfiguration.GroupName, IsGroup, DscDiagnostics.BadGroupName);
                Check(DscPullserverConfiguration.ServerUrl, IsServer, DscDiagnostics.BadServerUrl);
            }

            void Check(string name, Predicate<string> isGood, Func<Origin, string, Diagnostic> problem)
            {
                if (provisioner.Find(name) is { Value: SettingValue.Text { Value: var value } } setting && !isGood(value))
                {
                    diagnostics.Add(problem(setting.Origin, value));
                }
            }
        }
    }

    private static void CheckForm(Provisioner provisioner, DiagnosticBag diagnostics)
    {
        var xoap = OfXoap.Where(name => provisioner.Find(name) is not null).ToArray();
        var others = OfOthers.Where(name => provisioner.Find(name) is not null).ToArray();
        switch (xoap.Length, others.Length)
        {
            case (0, 0):
                diagnostics.Add(DscDiagnostics.NoPullserver(provisioner.Origin, provisioner.Name));
                break;
            case ( > 0, > 0):
                diagnostics.Add(DscDiagnostics.TwoPullservers(provisioner.Origin.At(others[0]), provisioner.Name, xoap, others));
                break;
            case (1, 0) or (0, 1 or 2):
                var missing = (xoap.Length > 0 ? OfXoap : OfOthers).Except([.. xoap, .. others]);
                var there = provisioner.Origin.At(xoap.Concat(others).First());
                diagnostics.Add(DscDiagnostics.IncompletePullserver(there, provisioner.Name, missing));
                break;
            default:
                break;
        }
    }

    private static bool IsWorkspace(string text) =>
        text.StartsWith(WorkspaceStart, StringComparison.Ordinal)
        && text.Length >= WorkspaceStart.Length + ShortestWorkspace
        && text[WorkspaceStart.Length..].All(char.IsAsciiLetterOrDigit);

    private static bool IsGroup(string text) =>
        text.Length is > 0 and <= LongestGroup
        && text.All(character => char.IsAsciiLetterOrDigit(character) || "._@- ".Contains(character, StringComparison.Ordinal));

    private static bool IsServer(string text) => Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps;
}
