using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json.Serialization;

namespace Xoap.Images.Tests.Infra;

/// <summary>A record with every property set to something that is not its default, all the way down.</summary>
internal static class Filled
{
    private const int DeepestBlock = 8;

    public static T Of<T>() => (T)Of(typeof(T), 0);

    private static object Of(Type type, int depth) => type switch
    {
        _ when type == typeof(string) => "text \"ü\" <'&+> \\ \n",
        _ when type == typeof(int) => 7,
        _ when type == typeof(long) => 7_000_000_000L,
        _ when type == typeof(bool) => true,
        _ when type == typeof(TimeSpan) => new TimeSpan(1, 2, 3, 4, 5),
        _ when type == typeof(DateTimeOffset) => new DateTimeOffset(2026, 1, 2, 3, 4, 5, 678, TimeSpan.FromHours(2)),
        _ when type == typeof(SortedDictionary<string, string>) => new SortedDictionary<string, string> { ["name \"ü\""] = "value" },
        _ when type.IsEnum => Enum.GetValues(type).GetValue(1)!,
        _ when Nullable.GetUnderlyingType(type) is { } inner => Of(inner, depth),
        _ when type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>) =>
            typeof(Filled).GetMethod(nameof(Array), BindingFlags.NonPublic | BindingFlags.Static)!
                .MakeGenericMethod(type.GenericTypeArguments).Invoke(null, [depth])!,
        _ => Record(type, depth),
    };

    /// <summary>As many elements as it takes to have each case of a sum type in one of them.</summary>
    private static ImmutableArray<T> Array<T>(int depth)
        where T : class
    {
        if (depth > DeepestBlock)
        {
            return [];
        }

        var count = Constructor(Cases(typeof(T))[0]).GetParameters().Select(parameter => Cases(parameter.ParameterType).Length)
            .Append(Cases(typeof(T)).Length).Max();
        return typeof(T) == typeof(string)
            ? [(T)Of(typeof(T), depth)]
            : [.. Enumerable.Range(0, count).Select(index => (T)Record(typeof(T), depth, index))];
    }

    private static object Record(Type type, int depth, int index = 0)
    {
        var cases = Cases(type);
        var constructor = Constructor(cases[index % cases.Length]);
        var record = constructor.Invoke([.. constructor.GetParameters().Select(parameter =>
            Cases(parameter.ParameterType).Length > 1 ? Record(parameter.ParameterType, depth + 1, index) : Of(parameter.ParameterType, depth + 1))]);
        foreach (var property in record.GetType().GetProperties().Where(property => property.CanWrite))
        {
            if (Equals(property.GetValue(record), property.PropertyType.IsValueType ? Activator.CreateInstance(property.PropertyType) : null))
            {
                property.SetValue(record, Of(property.PropertyType, depth + 1));
            }
        }

        return record;
    }

    private static ConstructorInfo Constructor(Type type) =>
        type.GetConstructors().MaxBy(constructor => constructor.GetParameters().Length)!;

    /// <summary>All cases of a sum type; the type itself when it is none.</summary>
    private static Type[] Cases(Type type) =>
        [.. type.GetCustomAttributes<JsonDerivedTypeAttribute>().Select(attribute => attribute.DerivedType).DefaultIfEmpty(type)];
}
