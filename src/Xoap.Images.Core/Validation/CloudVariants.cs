using Xoap.Images.Model;
using Xoap.Images.Schemas;

namespace Xoap.Images.Validation;

/// <summary>Variants that a rule about a builder type is for, as far as they could be read.</summary>
internal static class CloudVariants
{
    public static IEnumerable<Variant> Of(ImageDefinition definition, ReadingTroubles troubles, params BuilderType[] types) =>
        definition.Variants.Where(variant => types.Any(type => type.Name == variant.Type) && !troubles.WithVariant(variant));
}
