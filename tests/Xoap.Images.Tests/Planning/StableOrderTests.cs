using Xoap.Images.Planning;

namespace Xoap.Images.Tests.Planning;

public class StableOrderTests
{
    private static readonly string[] Abcd = ["A", "B", "C", "D"];

    [Fact]
    public void Without_constraints_the_listed_order_stays() => Assert.Equal(Abcd, StableOrder.Sort(Abcd, []).Order);

    [Fact]
    public void A_name_moves_only_as_far_as_it_must() =>
        Assert.Equal(["A", "C", "B", "D"], StableOrder.Sort(Abcd, [("C", "B")]).Order.ToArray());

    [Fact]
    public void Names_compare_without_regard_to_case() =>
        Assert.Equal(["B", "C", "D", "A"], StableOrder.Sort(Abcd, [("d", "a")]).Order.ToArray());

    [Fact]
    public void A_cycle_is_returned_from_its_first_name_to_itself()
    {
        var result = StableOrder.Sort(Abcd, [("A", "B"), ("B", "C"), ("C", "A"), ("C", "D")]);

        Assert.Empty(result.Order);
        Assert.Equal(result.Cycle[0], result.Cycle[^1]);
        Assert.Equal(["A", "B", "C"], result.Cycle.Distinct().Order());
        for (var index = 0; index + 1 < result.Cycle.Length; index++)
        {
            Assert.Contains((result.Cycle[index], result.Cycle[index + 1]), new[] { ("A", "B"), ("B", "C"), ("C", "A") });
        }
    }

    [Fact]
    public void A_name_that_waits_for_itself_is_a_cycle() =>
        Assert.Equal(["B", "B"], StableOrder.Sort(Abcd, [("B", "B")]).Cycle.ToArray());

    [Fact]
    public void Any_constraints_without_a_cycle_are_all_met()
    {
        var random = new Random(42);
        for (var round = 0; round < 200; round++)
        {
            var names = Enumerable.Range(0, 12).Select(number => $"n{number}").ToArray();
            var hidden = names.OrderBy(_ => random.Next()).ToArray();
            var constraints = Enumerable.Range(0, 15)
                .Select(_ => (First: random.Next(12), Second: random.Next(12)))
                .Where(pair => pair.First != pair.Second)
                .Select(pair => (hidden[Math.Min(pair.First, pair.Second)], hidden[Math.Max(pair.First, pair.Second)]))
                .ToArray();

            var order = StableOrder.Sort(names, constraints).Order;

            Assert.Equal(names.Order(), order.Order());
            Assert.All(constraints, pair => Assert.True(order.IndexOf(pair.Item1) < order.IndexOf(pair.Item2)));
        }
    }
}
