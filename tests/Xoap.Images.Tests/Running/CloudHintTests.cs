using Xoap.Images.Running;

namespace Xoap.Images.Tests.Running;

/// <summary>Lines as the clouds' builders write them, and what the hint begins with.</summary>
public class CloudHintTests
{
    [Theory]
    [InlineData("Error querying AMI: AuthFailure: AWS was not able to validate the provided access credentials", "AWS does not accept")]
    [InlineData("error validating regions: NoCredentialProviders: no valid providers in chain. Deprecated.", "AWS does not accept")]
    [InlineData("No valid credential sources found for amazon-ebs Builder. Please see", "AWS does not accept")]
    [InlineData("Error launching source instance: UnauthorizedOperation: You are not authorized to perform this operation.", "The account lacks")]
    [InlineData("VPCIdNotSpecified: No default VPC for this user", "The region has no default VPC")]
    [InlineData("InvalidSubnetID.NotFound: The subnet ID 'subnet-1' does not exist", "The network is not")]
    [InlineData("No AMI was found matching filters: {", "The base image is not")]
    [InlineData("InvalidAMIID.NotFound: The image id '[ami-1]' does not exist", "The base image is not")]
    [InlineData("OptInRequired: In order to use this AWS Marketplace product you need to accept terms and subscribe.", "The base image's terms")]
    [InlineData("VcpuLimitExceeded: You have requested more vCPU capacity than your current vCPU limit of 32 allows", "A quota")]
    [InlineData("InsufficientInstanceCapacity: We currently do not have sufficient m6i.large capacity", "AWS has no such machine")]
    [InlineData("The architecture 'arm64' of the specified instance type does not match the architecture 'x86_64' of the specified AMI.", "Base image and")]
    [InlineData("Error: AMI Name: 'web-v3' is used by an existing AMI: ami-1", "The name is taken, and an image")]
    [InlineData("Timeout waiting for password.", "EC2 gave no Windows password")]
    [InlineData("AADSTS7000215: Invalid client secret provided.", "Azure does not accept")]
    [InlineData("SubscriptionNotFound: The subscription '1' could not be found.", "The subscription does not exist")]
    [InlineData("AuthorizationFailed: The client '1' does not have authorization to perform action 'Microsoft.Compute/images/read'", "The account lacks")]
    [InlineData("Cannot locate the managed image resource group rg-images.", "The resource group does not exist")]
    [InlineData("ResourceGroupNotFound: Resource group 'rg-build' could not be found.", "The resource group does not exist")]
    [InlineData("the Shared Gallery Image 'win' to which to publish the image version to does not exist in the resource group 'rg'", "The gallery or its")]
    [InlineData("PlatformImageNotFound: The platform image 'a:b:c:latest' is not available.", "Azure has no such base image")]
    [InlineData("SkuNotAvailable: The requested VM size for resource is currently not available in location 'westeurope'.", "Azure does not offer")]
    [InlineData("OperationNotAllowed: Operation could not be completed as it results in exceeding approved standardDSv5Family Cores quota.", "A quota")]
    [InlineData("RequestDisallowedByPolicy: Resource 'pkrvm1' was disallowed by policy.", "A policy of the subscription")]
    [InlineData("the managed image named web-v3 already exists in the resource group rg, use the -force option", "The name is taken, and an image")]
    [InlineData("a gallery image version for image name:version win:1.0.3 already exists in gallery corp", "The name is taken, and an image")]
    [InlineData("google: could not find default credentials. See https://cloud.google.com/docs", "There are no Google credentials")]
    [InlineData("googleapi: Error 403: Required 'compute.zones.get' permission for 'projects/p/zones/z', forbidden", "The account lacks")]
    [InlineData("Could not find image, debian-99, in projects, [debian-cloud]: 1 error(s) occurred:", "Google has no such base image")]
    [InlineData("The resource 'projects/p/global/networks/default' was not found, notFound", "The project has no network")]
    [InlineData("Quota 'CPUS' exceeded.  Limit: 8.0 in region europe-west3.", "A quota")]
    [InlineData("ZONE_RESOURCE_POOL_EXHAUSTED_WITH_DETAILS", "The zone has no such machine")]
    [InlineData("Compute Engine API has not been used in project 1 before or it is disabled. accessNotConfigured", "The project does not use")]
    [InlineData("Image web-v3 already exists in project p.", "The name is taken: remove")]
    [InlineData("ssh: handshake failed: ssh: unable to authenticate, attempted methods [none publickey], no supported methods remain", "The guest refuses the user or the key")]
    [InlineData("write /tmp/disk: disk quota exceeded", "The disk quota")]
    public void A_known_failure_has_a_hint(string line, string hint) =>
        Assert.StartsWith(hint, PackerHint.For("Build 'x' errored after 3 seconds:\n" + line), StringComparison.Ordinal);

    [Fact]
    public void No_sign_hides_behind_another() =>
        Assert.All(CloudHints.Known, known => Assert.Equal(known.Hint, PackerHint.For(known.Sign)));
}
