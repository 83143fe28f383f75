using Xoap.Images.Diagnostics;
using Xoap.Images.Tasks;
using Xoap.Images.Testing;
using Xoap.Images.Tests.Infra;

namespace Xoap.Images.Tests.Tasks;

public class TestLoggersTests
{
    [Fact]
    public void Reports_go_where_the_loggers_say()
    {
        var loggers = Of("", "trx;LogFileName=a.trx", "JUnit;logfilepath=b/c.xml;MethodFormat=Class", "trx;LogFilePrefix=nightly;WarnOnFileOverwrite=true");
        Assert.Equal([TestReportKind.Trx, TestReportKind.JUnit, TestReportKind.Trx], loggers.Reports.Select(report => report.Kind));
        Assert.Equal([Path.GetFullPath("/results/a.trx"), Path.GetFullPath("/results/b/c.xml")], loggers.Reports.Take(2).Select(report => report.Path));
        Assert.StartsWith("nightly_web_", Path.GetFileName(loggers.Reports[2].Path), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "Normal")]
    [InlineData("quiet", "Quiet")]
    [InlineData("m", "Minimal")]
    [InlineData("normal", "Normal")]
    [InlineData("detailed", "Normal")]
    [InlineData("", "Detailed", "console;verbosity=detailed")]
    [InlineData("quiet", "Detailed", "console;Verbosity=d")]
    [InlineData("detailed", "Quiet", "Console;verbosity=q")]
    [InlineData("n", "Normal", "console")]
    public void The_console_shows_as_much_as_it_is_asked_for(string verbosity, string detail, params string[] loggers) =>
        Assert.Equal(detail, Of(verbosity, loggers).Detail.ToString());

    [Theory]
    [InlineData("foo", "XIMG5460", "The logger 'foo' is none that image tests can write for, so that it gets no results of them. Known ones are trx and junit, each with LogFileName=…, and console.")]
    [InlineData("trxx;LogFileName=a", "XIMG5460", "The logger 'trxx' is none that image tests can write for, so that it gets no results of them. Known ones are trx and junit, each with LogFileName=…, and console. Did you mean 'trx'?")]
    [InlineData("trx;LogFilName=a.trx", "XIMG5462", "'LogFilName' is no setting of the logger 'trx'. It takes LogFileName=…, LogFilePrefix=…. Did you mean 'LogFileName'?")]
    [InlineData("trx;LogFileName", "XIMG5462", "'LogFileName' is no setting of the logger 'trx'. It takes LogFileName=…, LogFilePrefix=….")]
    [InlineData("console;verbosity=detaild", "XIMG1011", "'verbosity' is 'detaild', but takes one of: quiet, minimal, normal, detailed. Did you mean 'detailed'?")]
    public void What_no_logger_can_be_told_is_reported(string logger, string code, string message)
    {
        var diagnostics = new DiagnosticBag();
        TestLoggers.Of([logger], "", "/results", "/web/web.imgproj", diagnostics);
        Read.IsProblem([.. diagnostics], code, "", message);
    }

    private static TestLoggers Of(string verbosity, params string[] loggers)
    {
        var diagnostics = new DiagnosticBag();
        var read = TestLoggers.Of(loggers, verbosity, "/results", "/web/web.imgproj", diagnostics);
        Assert.Empty(diagnostics);
        return read;
    }
}
