using System.Collections.Immutable;
using Xoap.Images.Model;

namespace Xoap.Images.Reading;

/// <summary>A restart that may take longer than its step is cut off by the step's own end.</summary>
internal static class RestartTimeouts
{
    public static void Check(ImmutableArray<Provisioner> provisioners, TimeSpan otherwise, ReadingContext context)
    {
        foreach (var provisioner in provisioners)
        {
            if ((provisioner.Find("RestartTimeout") ?? provisioner.Component.Find("restart_timeout")) is { Value: SettingValue.Text text } restart
                && DurationText.TryParse(text.Value, out var longest)
                && (provisioner.Limits.Timeout ?? otherwise) is var timeout
                && timeout > TimeSpan.Zero
                && longest > timeout)
            {
                context.Report(LimitDiagnostics.RestartOutlastsStep(
                    restart.Origin,
                    Duration.Of(longest),
                    provisioner.Limits.Timeout is null ? "DefaultProvisionerTimeout" : "Timeout",
                    Duration.Of(timeout)));
            }
        }
    }
}
