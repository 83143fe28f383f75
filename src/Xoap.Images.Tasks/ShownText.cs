using Microsoft.Build.Framework;

namespace Xoap.Images.Tasks;

/// <summary>Text that a target exists to show: the terminal logger hides messages, but not a test run's output.</summary>
internal static class ShownText
{
    private const string ShownByEveryLogger = "TLTESTOUTPUT";

    public static void Show(IBuildEngine engine, string task, string text) => engine.LogMessageEvent(
        new ExtendedBuildMessageEventArgs(ShownByEveryLogger, text, null, task, MessageImportance.High));
}
