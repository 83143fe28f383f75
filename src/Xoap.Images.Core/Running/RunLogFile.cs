using System.Text;
using Xoap.Images.History;

namespace Xoap.Images.Running;

/// <summary>packer.log: all that Packer says, without secrets. A full disk ends the log, not the build.</summary>
internal sealed class RunLogFile : IDisposable
{
    private readonly StreamWriter _writer;

    /// <exception cref="IOException">The disk is full, or the folder cannot be written.</exception>
    public RunLogFile(string path)
    {
        Path = path;
        _writer = new StreamWriter(
            new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete),
            new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
    }

    public string Path { get; }

    /// <summary>Why the log is not complete, or null.</summary>
    public string? Problem { get; private set; }

    public void Write(string piece, bool ended) => Try(writer =>
    {
        writer.Write(piece);
        if (ended)
        {
            writer.Write('\n');
        }
    });

    /// <summary>Makes visible what was written, so that the log can be followed.</summary>
    public void Flush() => Try(writer => writer.Flush());

    public void Dispose() => Try(writer => writer.Dispose());

    private void Try(Action<StreamWriter> action)
    {
        if (Problem is not null)
        {
            return;
        }

        try
        {
            action(_writer);
        }
        catch (Exception problem) when (DiskFault.Is(problem))
        {
            Problem = problem.Message;
        }
    }
}
