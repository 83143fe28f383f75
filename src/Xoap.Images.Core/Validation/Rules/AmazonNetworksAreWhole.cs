using Xoap.Images.Diagnostics;
using Xoap.Images.Model;
using Xoap.Images.Schemas.Builders;

namespace Xoap.Images.Validation.Rules;

/// <summary>A VPC that is not the default one has no default subnet: EC2 then starts nothing.</summary>
internal static class AmazonNetworksAreWhole
{
    public static void Check(ImageDefinition definition, ReadingTroubles troubles, DiagnosticBag diagnostics)
    {
        foreach (var variant in CloudVariants.Of(definition, troubles, AmazonEbs.Type))
        {
            var component = variant.Component;
            if (component.Find("vpc_id") is { } vpc && !component.Has("subnet_id") && !component.Has("subnet_filter"))
            {
                diagnostics.Add(CloudDiagnostics.VpcWithoutSubnet(vpc.Origin, variant.Name));
            }
        }
    }
}
