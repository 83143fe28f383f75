using System.Collections.Immutable;
using System.ComponentModel;
using System.Text;
using Xoap.Images.Diagnostics;
using Xoap.Images.Model;
using Xoap.Images.Planning;
using Xoap.Images.Rendering;

namespace Xoap.Images.Running;

/// <summary>A rendered variant for <c>packer validate</c> to look at.</summary>
/// <param name="RenderedFolder">The folder that <paramref name="Rendered"/> was written to.</param>
/// <param name="Environment">The environment of the build; Packer gets a copy of it, with placeholders for secrets.</param>
internal sealed record ValidationRequest(
    BuildPlan Plan,
    RenderedImage Rendered,
    string RenderedFolder,
    PackerVersion Packer,
    IReadOnlyDictionary<string, string> Environment,
    TimeProvider Time);

/// <summary>Asks Packer itself whether a template is right. It starts no machine and needs no secret.</summary>
internal static class PackerValidation
{
    private const int LongestOutput = 1_000_000;
    private const int ShownWidth = 300;

    /// <summary>Packer's word for a component whose process is gone.</summary>
    private const string EndOfComponent = "unexpected EOF";

    /// <summary>What Packer finds wrong, at the user's items.</summary>
    /// <exception cref="OperationCanceledException">The build was stopped.</exception>
    public static async Task<ImmutableArray<Diagnostic>> RunAsync(ValidationRequest request, CancellationToken cancellationToken)
    {
        var runId = Guid.NewGuid().ToString("N");
        using var temporary = new TemporaryFolder(TemporaryFolder.PathOf(runId));
        var placeholders = Placeholders.For(request.Plan, request.Rendered);
        var hidden = request.Rendered.PrivateFiles;
        PrivateFolder.Write(Path.Combine(temporary.Path, PrivateFolder.Name), hidden, placeholders);
        var environment = PackerEnvironment.Of(
            request.Environment, temporary.Path, runId, [.. placeholders, .. PrivateFolder.Variables(temporary.Path, hidden)]);
        var origin = request.Plan.Variant.Origin;
        try
        {
            if (PackerProfile.For(request.Packer.Version).Can(PackerCapability.RequiredPlugins)
                && await CallAsync("init") is { ExitCode: not 0 } init)
            {
                return [TemplateDiagnostics.PluginsNotThere(origin, LastLine(init.Said))];
            }

            var (exitCode, said) = await CallAsync("validate");
            var messages = PackerMessage.Read(said, request.RenderedFolder).Select(message => Explain(request, message)).ToImmutableArray();
            return exitCode == 0 || messages.Any(message => message.Severity == Severity.Error)
                ? messages
                : [.. messages, TemplateDiagnostics.ValidationBroke(origin, "validate", exitCode, LastLine(said))];
        }
        catch (Win32Exception problem)
        {
            return [RunningDiagnostics.PackerCannotStart(Origin.Property("PackerPath"), request.Packer.Path, problem.Message)];
        }

        async Task<(int ExitCode, string Said)> CallAsync(string verb)
        {
            var command = new PackerCommand(request.Packer.Path, [verb, request.RenderedFolder], temporary.Path, environment);
            return await SaysAsync(command, request.Time, cancellationToken);
        }
    }

    /// <summary>Old releases write problems to their output, new ones to their errors.</summary>
    private static async Task<(int ExitCode, string Said)> SaysAsync(PackerCommand command, TimeProvider time, CancellationToken cancellationToken)
    {
        var (output, errors) = (new StringBuilder(), new StringBuilder());
        using var packer = await PackerProcess.StartAsync(command, time);
        var exit = await packer.EndAsync(
            text => Append(output, text),
            text => Append(errors, text),
            new PackerStop(StopBehavior.Cleanup, TimeSpan.FromSeconds(5), () => { }),
            cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        return (exit.Code, $"{output}\n{errors}");

        static void Append(StringBuilder text, ReadOnlySpan<char> more) => text.Append(more[..Math.Min(more.Length, LongestOutput - text.Length)]);
    }

    private static Diagnostic Explain(ValidationRequest request, PackerMessage message)
    {
        var part = TemplatePart.Find(request.Plan, request.Rendered, message.Line);
        var origin = part.OriginOf(message.Text);
        if (message.Text.StartsWith(EndOfComponent, StringComparison.Ordinal))
        {
            return TemplateDiagnostics.ComponentEnded(origin, part.Name, message.Text, ByName(request.Plan.Variant));
        }

        return message.Severity == Severity.Error
            ? TemplateDiagnostics.PackerRejects(origin, part.Name, message.Text)
            : TemplateDiagnostics.PackerWarns(origin, part.Name, message.Text);
    }

    /// <summary>To clone a machine by its name, the component asks Hyper-V about it while it is checked, and needs PowerShell for that.</summary>
    private static string ByName(Variant variant) => variant.Component.Find("clone_from_vm_name") is null
        ? "Run 'packer validate' by hand on the rendered folder, or install another release of Packer."
        : "It asks Hyper-V on this machine about the one to clone: check it on the Windows host that has it, or clone an exported one (DiskImage).";

    private static string LastLine(string said) =>
        LogLine.Readable(said.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).LastOrDefault() ?? "", ShownWidth);
}
