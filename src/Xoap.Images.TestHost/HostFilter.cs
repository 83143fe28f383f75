using Microsoft.Testing.Platform.Extensions.Messages;
using Microsoft.Testing.Platform.Requests;
using Xoap.Images.Testing;
using Xoap.Images.TestReports;

namespace Xoap.Images.TestHost;

/// <summary>Which tests were asked for: by --filter, and by whatever the platform hands over.</summary>
internal sealed class HostFilter(WantedTests wanted, ITestExecutionFilter? platform, TestNodes nodes)
{
    public bool Takes(string variant, TestCase test) => wanted.Takes(variant, test) && platform switch
    {
        TreeNodeFilter filter => filter.MatchesFilter(nodes.PathOf(variant, test), Properties(test)),
        TestNodeUidListFilter list => list.TestNodeUids.Any(uid => TestId.First(uid.Value) == TestId.First(TestNodes.IdOf(variant, test))),
        _ => true,
    };

    private static PropertyBag Properties(TestCase test) =>
        new([.. test.Tags.Select(tag => new TestMetadataProperty("Category", tag))]);
}
