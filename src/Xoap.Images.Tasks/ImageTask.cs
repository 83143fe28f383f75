using Microsoft.Build.Exceptions;
using Microsoft.Build.Framework;
using Xoap.Images.Diagnostics;
using Xoap.Images.Tasks.Items;
using Task = Microsoft.Build.Utilities.Task;

namespace Xoap.Images.Tasks;

/// <summary>What every task has in common: diagnostics, cancellation, and the one place that catches exceptions.</summary>
public abstract class ImageTask : Task, ICancelableTask
{
    private readonly Lock _gate = new();
    private Action? _cancel;
    private bool _cancelled;

    /// <summary>Absolute path of the project.</summary>
    [Required]
    public string ProjectFile { get; set; } = "";

    /// <summary>URI of the page that explains the diagnostics.</summary>
    [Required]
    public string Help { get; set; } = "";

    /// <summary>As a compiler does, a build that has nothing to do does not say again what the last one warned of.</summary>
    private protected bool IsQuiet { get; set; }

    public void Cancel()
    {
        lock (_gate)
        {
            _cancelled = true;
            _cancel?.Invoke();
        }
    }

    public sealed override bool Execute()
    {
        using var cancellation = new CancellationTokenSource();
        lock (_gate)
        {
            _cancel = cancellation.Cancel;
            if (_cancelled)
            {
                cancellation.Cancel();
            }
        }

        var diagnostics = new DiagnosticBag();
        using var locator = new ItemLocator(ProjectFile, ((IBuildEngine6)BuildEngine).GetGlobalProperties());
        try
        {
            Run(locator, diagnostics, cancellation.Token);
        }
#pragma warning disable CA1031 // the one catch-all: a user never sees a stack trace
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Log.LogMessage(MessageImportance.Low, "{0}", exception.ToString());
            if (exception is not OperationCanceledException || !cancellation.IsCancellationRequested)
            {
                diagnostics.Add(Explain(exception));
            }
        }
        finally
        {
            lock (_gate)
            {
                _cancel = null;
            }
        }

        Report(locator, diagnostics);
        return !Log.HasLoggedErrors && !cancellation.IsCancellationRequested;
    }

    private protected abstract void Run(ItemLocator locator, DiagnosticBag diagnostics, CancellationToken cancellationToken);

    private void Report(ItemLocator locator, DiagnosticBag diagnostics)
    {
        var log = new BuildLog(Log, Help);
        var placed = diagnostics
            .Where(diagnostic => !IsQuiet || diagnostic.Severity == Severity.Error)
            .Select(diagnostic => (Diagnostic: diagnostic, Place: locator.Locate(diagnostic.Origin)))
            .OrderBy(found => found.Place.File, StringComparer.Ordinal)
            .ThenBy(found => found.Place.Line)
            .ThenBy(found => found.Place.Column);
        foreach (var (diagnostic, place) in placed)
        {
            log.Write(diagnostic, place);
        }
    }

    private static Diagnostic Explain(Exception exception) => exception switch
    {
        IOException or UnauthorizedAccessException => TaskDiagnostics.FileCannotBeUsed(Origin.Project, Sentence(exception.Message)),
        InvalidProjectFileException invalid => TaskDiagnostics.ProjectCannotBeRead(
            Origin.Place(invalid.ProjectFile, invalid.LineNumber, invalid.ColumnNumber), Sentence(invalid.BaseMessage)),
        _ => TaskDiagnostics.SdkFailed(Origin.Project, exception.GetType().Name, Sentence(exception.Message)),
    };

    private static string Sentence(string message) => message.TrimEnd('.', ' ') + ".";
}
