using System.Collections.Immutable;

namespace Xoap.Images.Running;

/// <summary>What to do about the failures that the clouds report, by the words in which they do.</summary>
internal static class CloudHints
{
    private const string Permission =
        "The account lacks a permission that the builder needs: 'dotnet build -t:WritePermissions' writes what to grant.";

    private const string Quota = "A quota of the account is used up: raise it, or use a smaller InstanceType.";
    private const string Taken = "The name is taken, and an image is never replaced: remove the one that has it, or build with the next version.";

    public static ImmutableArray<(string Sign, string Hint)> Known { get; } = [.. Aws, .. Azure, .. Google];

    private static (string Sign, string Hint)[] Aws
    {
        get
        {
            const string Credentials =
                "AWS does not accept the credentials, or there are none: check AccessKey, SecretKey and Token of the connection, or Profile, and the clock of this machine.";
            const string Network = "The network is not in this account and region: correct SubnetId, VpcId or SecurityGroupIds.";
            const string Image = "The base image is not in this region or was withdrawn: correct AmiName and AmiOwners, or SourceAmi, of the operating system.";
            return
            [
                ("AuthFailure", Credentials),
                ("InvalidClientTokenId", Credentials),
                ("SignatureDoesNotMatch", Credentials),
                ("ExpiredToken", Credentials),
                ("RequestExpired", Credentials),
                ("NoCredentialProviders", Credentials),
                ("no valid credential sources", Credentials),
                ("UnauthorizedOperation", Permission),
                ("is not authorized to perform", Permission),
                ("VPCIdNotSpecified", "The region has no default VPC: write SubnetId on the builder, of a subnet that this machine can reach."),
                ("No default VPC", "The region has no default VPC: write SubnetId on the builder, of a subnet that this machine can reach."),
                ("InvalidSubnetID.NotFound", Network),
                ("InvalidVpcID.NotFound", Network),
                ("InvalidGroup.NotFound", Network),
                ("InvalidAMIID", Image),
                ("No AMI was found matching filters", Image),
                ("OptInRequired", "The base image's terms are not accepted: subscribe to it in the AWS Marketplace with this account."),
                ("does not match the architecture", "Base image and InstanceType are of different architectures: correct Architecture, or the InstanceType."),
                ("InsufficientInstanceCapacity", "AWS has no such machine left there: use another InstanceType or another subnet."),
                ("LimitExceeded", Quota),
                ("is used by an existing AMI", Taken),
                ("InvalidAMIName.Duplicate", Taken),
                ("waiting for password", "EC2 gave no Windows password: the base image has to run EC2Launch at its first start, so it has to be sealed; WindowsPasswordTimeout gives it longer."),
            ];
        }
    }

    private static (string Sign, string Hint)[] Azure
    {
        get
        {
            const string Credentials =
                "Azure does not accept the credentials: check TenantId, ClientId and ClientSecret of the connection; a secret may have expired.";
            const string Group = "The resource group does not exist, or the account does not see it: make it first, the builder makes temporary groups only.";
            const string Image = "Azure has no such base image in this region, or it was withdrawn: correct ImagePublisher, ImageOffer, ImageSku and ImageVersion.";
            return
            [
                ("AADSTS", Credentials),
                ("InvalidAuthenticationToken", Credentials),
                ("SubscriptionNotFound", "The subscription does not exist, or the account does not see it: correct SubscriptionId."),
                ("AuthorizationFailed", Permission),
                ("does not have authorization to perform", Permission),
                ("Cannot locate the managed image resource group", Group),
                ("ResourceGroupNotFound", Group),
                ("to which to publish the image version to does not exist", "The gallery or its image definition does not exist: make both first; platform, generation and 'generalized' have to fit."),
                ("PlatformImageNotFound", Image),
                ("ImageVersionDeprecated", Image),
                ("VMImageDeprecated", Image),
                ("MarketplacePurchaseEligibilityFailed", "The base image's terms are not accepted: 'az vm image terms accept', and a plan_info block."),
                ("ResourcePurchaseValidationFailed", "The base image's terms are not accepted: 'az vm image terms accept', and a plan_info block."),
                ("SkuNotAvailable", "Azure does not offer this InstanceType here, or not to this subscription: use another one, or another Region."),
                ("InvalidResourceReference", "A network that the builder names does not exist: correct VirtualNetworkName, its resource group and its subnet."),
                ("RequestDisallowedByPolicy", "A policy of the subscription forbids it: the message names the policy; often it wants tags (ImageTags), a region, or no public address."),
                ("QuotaExceeded", Quota),
                ("exceeding approved", Quota),
                ("CountLimitReached", Quota),
                ("already exists in the resource group", Taken),
                ("already exists in gallery", Taken),
            ];
        }
    }

    private static (string Sign, string Hint)[] Google =>
    [
        ("could not find default credentials", "There are no Google credentials: 'gcloud auth application-default login', GOOGLE_APPLICATION_CREDENTIALS, or CredentialsFile on the connection."),
        ("invalid_grant", "Google does not accept the credentials: the key was removed or has expired, or the clock of this machine is wrong."),
        ("iam.serviceAccounts.actAs", "The account may not use the instance's service account: grant it roles/iam.serviceAccountUser."),
        ("SERVICE_ACCOUNT_ACCESS_DENIED", "The account may not use the instance's service account: grant it roles/iam.serviceAccountUser."),
        ("permission for 'projects/", Permission),
        ("SERVICE_DISABLED", "The project does not use Compute Engine yet: 'gcloud services enable compute.googleapis.com'."),
        ("accessNotConfigured", "The project does not use Compute Engine yet: 'gcloud services enable compute.googleapis.com'."),
        ("Could not find image", "Google has no such base image: correct SourceImageFamily or SourceImage, and SourceImageProjectId, of the operating system."),
        ("global/networks/default", "The project has no network 'default': write Subnetwork (or Network) on the builder."),
        ("ZONE_RESOURCE_POOL_EXHAUSTED", "The zone has no such machine left: use another Zone or another InstanceType."),
        ("QUOTA_EXCEEDED", Quota),
        ("exceeded. Limit:", Quota),
        ("exceeded.  Limit:", Quota),
    ];
}
