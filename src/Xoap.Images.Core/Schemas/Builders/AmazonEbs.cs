namespace Xoap.Images.Schemas.Builders;

/// <summary>An AMI made from an instance of EC2.</summary>
internal static class AmazonEbs
{
    public const string Filter = "source_ami_filter";

    public static BuilderType Type { get; } = new("AmazonEbs", "amazon-ebs", Providers.Aws)
    {
        Aliases = [new("Region", "region"), new("InstanceType", "instance_type")],
        Names = [new("ami_name", NamedAttribute.NameAndVersion)],
        Defaults = [.. PlatformDefault.Remote("Administrator", null, ntlm: true)],
        Tags = new("tags", "names that do not begin with 'aws:'") { Reserved = "aws:" },
        Description = "ami_description",
        Base = new(["source_ami", Filter], "AmiName=\"…\" and AmiOwners=\"…\", or SourceAmi=\"ami-…\""),
    };
}
