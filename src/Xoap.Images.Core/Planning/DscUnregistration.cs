using Xoap.Images.Model;
using Xoap.Images.Schemas.Provisioners;

namespace Xoap.Images.Planning;

/// <summary>Takes back the registration with a DSC pull server, before the image is sealed: its machines would all be the same node.</summary>
internal static class DscUnregistration
{
    /// <summary>No type that a project can name.</summary>
    public const string Type = "DscUnregistration";

    public static bool IsNeededAfter(Provisioner provisioner) => provisioner.Type == DscPullserverConfiguration.Type.Name;

    public static Provisioner For(Provisioner registered) => registered with
    {
        Name = "Unregister DSC",
        Type = Type,
        Own = [],
        Limits = registered.Limits with { PauseBefore = null },
        Volatile = Volatility.Never,
        Description = "Takes back the registration with DSC pull servers",
    };
}
