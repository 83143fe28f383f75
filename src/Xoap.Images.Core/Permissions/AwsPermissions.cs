using System.Text.Json;
using Xoap.Images.Model;

namespace Xoap.Images.Permissions;

/// <summary>IAM policies: https://github.com/hashicorp/packer-plugin-amazon/blob/main/docs/builders/index.mdx.</summary>
internal static class AwsPermissions
{
    private const string Ec2Service = "ec2.amazonaws.com";

    private static readonly string[] Build =
    [
        "ec2:AttachVolume", "ec2:AuthorizeSecurityGroupIngress", "ec2:CopyImage", "ec2:CreateImage", "ec2:CreateKeyPair",
        "ec2:CreateSecurityGroup", "ec2:CreateSnapshot", "ec2:CreateTags", "ec2:CreateVolume", "ec2:DeleteKeyPair",
        "ec2:DeleteSecurityGroup", "ec2:DeleteSnapshot", "ec2:DeleteVolume", "ec2:DeregisterImage", "ec2:DescribeImageAttribute",
        "ec2:DescribeImages", "ec2:DescribeInstances", "ec2:DescribeInstanceStatus", "ec2:DescribeRegions", "ec2:DescribeSecurityGroups",
        "ec2:DescribeSnapshots", "ec2:DescribeSubnets", "ec2:DescribeTags", "ec2:DescribeVolumes", "ec2:DetachVolume",
        "ec2:ModifyImageAttribute", "ec2:ModifyInstanceAttribute", "ec2:ModifySnapshotAttribute",
        "ec2:RegisterImage", "ec2:RunInstances", "ec2:StopInstances", "ec2:TerminateInstances",
    ];

    private static readonly string[] TemporaryProfile =
    [
        "iam:AddRoleToInstanceProfile", "iam:CreateInstanceProfile", "iam:CreateRole", "iam:DeleteInstanceProfile", "iam:DeleteRole",
        "iam:DeleteRolePolicy", "iam:GetInstanceProfile", "iam:GetRole", "iam:PutRolePolicy", "iam:RemoveRoleFromInstanceProfile",
    ];

    private static readonly string[] Encryption =
        ["kms:Decrypt", "kms:DescribeKey", "kms:GenerateDataKeyWithoutPlaintext", "kms:ReEncryptFrom", "kms:ReEncryptTo"];

    public static IEnumerable<PermissionFile> Of(UsedSettings used)
    {
        yield return new PermissionFile("aws-policy.json", Policy(Statements(used)), "IAM policy of the user or role that builds");
        if (used.Any("assume_role"))
        {
            var roles = used.Texts("assume_role", "role_arn");
            yield return new PermissionFile(
                "aws-assume-role-policy.json",
                Policy([new Statement("AssumeTheBuildingRole", ["sts:AssumeRole"]) { Resources = roles.IsEmpty ? ["*"] : [.. roles] }]),
                "IAM policy of the user that assumes the role; aws-policy.json is then the role's");
        }
    }

    private static IEnumerable<Statement> Statements(UsedSettings used)
    {
        yield return new Statement("BuildImages", Build);
        var details = Details(used).ToArray();
        if (details.Length > 0)
        {
            yield return new Statement("UseTheChosenSettings", details);
        }

        var profile = used.Any("iam_instance_profile");
        var temporary = used.Any("temporary_iam_instance_profile_policy_document");
        if (temporary)
        {
            yield return new Statement("MakeATemporaryInstanceProfile", TemporaryProfile);
        }
        else if (profile)
        {
            yield return new Statement("LookAtTheInstanceProfile", ["iam:GetInstanceProfile"]);
        }

        if (profile || temporary)
        {
            yield return new Statement("PassTheRoleToTheInstance", ["iam:PassRole"])
            {
                When = ("StringEquals", "iam:PassedToService", Ec2Service),
            };
        }

        if (profile && IsSpot(used))
        {
            yield return ServiceRole("LetSpotMakeItsRole", "spot.amazonaws.com");
        }

        if (used.Any("fast_launch"))
        {
            yield return ServiceRole("LetFastLaunchMakeItsRole", "ec2fastlaunch.amazonaws.com");
        }

        foreach (var statement in Keys(used))
        {
            yield return statement;
        }
    }

    private static Statement ServiceRole(string name, string service) => new(name, ["iam:CreateServiceLinkedRole"])
    {
        When = ("StringEquals", "iam:AWSServiceName", service),
    };

    private static IEnumerable<string> Details(UsedSettings used)
    {
        (bool Applies, string[] Actions)[] all =
        [
            (used.Variants.Any(MayBeWindows), ["ec2:GetPasswordData"]),
            (IsSpot(used), ["ec2:CreateFleet", "ec2:CreateLaunchTemplate", "ec2:DeleteLaunchTemplate"]),
            (used.Texts("spot_price").Contains("auto"), ["ec2:DescribeSpotPriceHistory"]),
            (used.Any("associate_public_ip_address"), ["ec2:DescribeInstanceTypeOfferings", "ec2:DescribeVpcs"]),
            (used.Any("vpc_filter"), ["ec2:DescribeVpcs"]),
            (used.Texts("ssh_interface").Contains("session_manager"), ["ssm:StartSession", "ssm:TerminateSession"]),
            (used.Any("deprecate_at"), ["ec2:EnableImageDeprecation"]),
            (used.Any("deregistration_protection"), ["ec2:EnableImageDeregistrationProtection"]),
            (used.Any("fast_launch"), ["ec2:DescribeFastLaunchImages", "ec2:DescribeLaunchTemplates", "ec2:EnableFastLaunch"]),
            (used.Any("decode_authorization_messages"), ["sts:DecodeAuthorizationMessage"]),
        ];
        return all.Where(entry => entry.Applies).SelectMany(entry => entry.Actions).Distinct();
    }

    /// <summary>https://docs.aws.amazon.com/ebs/latest/userguide/ebs-encryption-requirements.html.</summary>
    private static IEnumerable<Statement> Keys(UsedSettings used)
    {
        if (!used.Any("encrypt_boot", "kms_key_id", "region_kms_key_ids") && !used.AnyInBlocks("kms_key_id", "encrypted"))
        {
            yield break;
        }

        string[] keys = [.. used.Texts("kms_key_id"), .. used.TextsInBlocks("kms_key_id")];
        var resources = keys.Length > 0 && !used.Any("region_kms_key_ids")
            && Array.TrueForAll(keys, key => key.StartsWith("arn:", StringComparison.Ordinal) && key.Contains(":key/", StringComparison.Ordinal))
            ? keys
            : ["*"];
        yield return new Statement("UseTheEncryptionKeys", Encryption) { Resources = resources };
        yield return new Statement("LetEc2UseTheEncryptionKeys", ["kms:CreateGrant"])
        {
            Resources = resources,
            When = ("Bool", "kms:GrantIsForAWSResource", "true"),
        };
    }

    /// <summary>EC2 makes up the administrator's password; a builder without an operating system does not say what it starts.</summary>
    private static bool MayBeWindows(Variant variant) =>
        variant.OperatingSystem is not { Platform: Platform.Linux } && UsedSettings.Text(variant, "communicator") != "ssh";

    /// <summary>A price of 0 is Packer's default: no spot instance.</summary>
    private static bool IsSpot(UsedSettings used) =>
        used.Any("spot_instance_types") || used.Texts("spot_price").Any(price => price != "0");

    private static string Policy(IEnumerable<Statement> statements) => JsonText.Of(json =>
    {
        json.WriteStartObject();
        json.WriteString("Version", "2012-10-17");
        json.WriteStartArray("Statement");
        foreach (var statement in statements)
        {
            statement.Write(json);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    private sealed record Statement(string Name, string[] Actions)
    {
        public string[] Resources { get; init; } = ["*"];

        public (string Operator, string Key, string Value)? When { get; init; }

        public void Write(Utf8JsonWriter json)
        {
            json.WriteStartObject();
            json.WriteString("Sid", Name);
            json.WriteString("Effect", "Allow");
            JsonText.Texts(json, "Action", Actions);
            JsonText.Texts(json, "Resource", Resources);
            if (When is { } condition)
            {
                json.WriteStartObject("Condition");
                json.WriteStartObject(condition.Operator);
                json.WriteString(condition.Key, condition.Value);
                json.WriteEndObject();
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }
    }
}
