using System.Text;

namespace Xoap.Images.Running;

/// <summary>A line of Packer's log.</summary>
/// <param name="Message">Without time stamp and prefix.</param>
/// <param name="IsBuild">A build said it, or something in its guest.</param>
/// <param name="IsSay">Packer itself said it, or the guest wrote it to its standard error: both look the same.</param>
internal readonly record struct LogLine(string Message, bool IsBuild, bool IsSay)
{
    private const int TimeStamp = 22;

    private static readonly string[] AfterProvisioning =
    [
        "Gracefully halting virtual machine", "Forcibly halting virtual machine", "Halting the virtual machine", "Shutting down",
        "Converting hard drive", "Stopping the source instance", "Powering off", "Deleting instance", "Capturing image",
        "Running post-processor", "Committing the container", "Exporting the container",
    ];

    private static readonly string[] Made =
    [
        "Instance ID:", "Creating resource group", "Creating Resource Group", "Container ID:", "Starting docker container",
        "Creating temporary keypair", "Creating virtual machine", "Launching a source", "Creating instance",
    ];

    public static LogLine Parse(string line)
    {
        ReadOnlySpan<char> text = line;
        if (text.Length >= TimeStamp && text[4] == '-' && text[10] == 'T' && text[19] == 'Z' && text[20] == ':')
        {
            text = text[TimeStamp..];
        }

        var say = text.StartsWith("==> ", StringComparison.Ordinal);
        if (!say && !text.StartsWith("    ", StringComparison.Ordinal))
        {
            return new LogLine(text.ToString(), false, false);
        }

        var colon = text.IndexOf(':');
        return colon > 4 && text[4..colon].IndexOf(' ') < 0
            ? new LogLine(text[(colon + 1)..].TrimStart(' ').ToString(), true, say)
            : new LogLine(text.ToString(), false, false);
    }

    /// <summary>A line that comes before a step's own first line and belongs to it.</summary>
    public static bool AnnouncesStep(string message) =>
        (message.StartsWith("Pausing ", StringComparison.Ordinal) || message.StartsWith("Setting a ", StringComparison.Ordinal))
        && message.Contains(" the next provisioner", StringComparison.Ordinal);

    public static bool EndsProvisioning(string message) => StartsWithAny(message, AfterProvisioning);

    public static bool NamesResource(string message) => StartsWithAny(message, Made);

    /// <summary>Control characters made harmless, and cut to a width.</summary>
    public static string Readable(string text, int width)
    {
        var readable = new StringBuilder(Math.Min(text.Length, width));
        foreach (var character in text)
        {
            if (readable.Length >= width)
            {
                return readable.Append('…').ToString();
            }

            readable.Append(char.IsControl(character) || char.IsSurrogate(character) ? ' ' : character);
        }

        return readable.ToString().Trim();
    }

    private static bool StartsWithAny(string message, string[] starts)
    {
        foreach (var start in starts)
        {
            if (message.StartsWith(start, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
