using System.Diagnostics;
using Xoap.Images.Diagnostics;
using Xoap.Images.Permissions;
using Xoap.Images.Reading;
using Xoap.Images.Tests.Infra;

namespace Xoap.Images.Tests.Permissions;

/// <summary>The scripts against programs that remember what was made, and refuse to make it again, as the real ones do.</summary>
public sealed class PermissionScriptTests : IDisposable
{
    /// <summary>What there is, is a line of the file <c>made</c>.</summary>
    private const string Memory = """
        #!/bin/sh
        echo "$(basename "$0") $*" >> "$MADE.calls"
        touch "$MADE"
        make() { if grep -qx "$1" "$MADE"; then echo "$1 exists" >&2; exit 1; fi; echo "$1" >> "$MADE"; }
        has() { grep -qx "$1" "$MADE"; }

        """;

    private const string Programs = """
        case "$(basename "$0") $1 $2 $3" in
          "gcloud iam service-accounts describe") has account ;;
          "gcloud iam service-accounts create") make account ;;
          "govc role.ls "*) has role ;;
          "govc role.create "*) make role ;;
          "govc role.update "*) has role ;;
          "az role definition list") if has role; then echo a-role; fi ;;
          "az role definition create") make role ;;
          "az role definition update") has role ;;
          "az ad sp list") if has principal; then echo an-app; fi ;;
          "az ad sp create-for-rbac") make principal; make assignment ;;
          "az role assignment list") if has assignment; then echo an-assignment; fi ;;
          "az role assignment create") make assignment ;;
        esac

        """;

    private readonly TempFolder _folder = new();

    [Theory]
    [InlineData("google-roles.sh", "gcloud iam service-accounts create", "")]
    [InlineData("vsphere-role.sh", "govc role.create", "govc role.update")]
    [InlineData("azure-role.sh", "az role definition create", "az role definition update")]
    [InlineData("azure-contributor.sh", "az ad sp create-for-rbac", "az role assignment list")]
    public void A_script_may_run_again(string name, string once, string again)
    {
        foreach (var program in (ReadOnlySpan<string>)["az", "gcloud", "govc"])
        {
            Write("bin/" + program, Memory + Programs);
        }

        foreach (var file in PermissionSets.Of("web", ImageReader.Read(Project().Build(), new DiagnosticBag()).Variants).SelectMany(set => set.Files))
        {
            Write(file.Name, file.Text);
        }

        Run(name);
        Assert.Single(Calls(), call => call.StartsWith(once, StringComparison.Ordinal));
        Run(name);
        Assert.Single(Calls(), call => call.StartsWith(once, StringComparison.Ordinal));
        Assert.Contains(Calls(), call => call.StartsWith(again, StringComparison.Ordinal));
    }

    public void Dispose() => _folder.Dispose();

    private static ImageSourceBuilder Project() => An.Image()
        .Builder("azure", "azure-arm", "ManagedImageName=web", "ManagedImageResourceGroupName=images", "SubscriptionId=11111111-2222-3333-4444-555555555555")
        .Builder("google", "googlecompute", "ProjectId=images")
        .Builder("vcenter", "vsphere-clone", "VcenterServer=vcenter.example.com", "Username=packer@vsphere.local");

    private void Write(string name, string text)
    {
        var path = _folder.Write(name, text);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    private string[] Calls() => File.ReadAllLines(_folder["made.calls"]);

    private void Run(string script)
    {
        var start = new ProcessStartInfo("sh", [_folder[script]]);
        start.Environment["PATH"] = _folder["bin"] + ":" + start.Environment["PATH"];
        start.Environment["MADE"] = _folder["made"];
        using var shell = Process.Start(start)!;
        shell.WaitForExit();
        Assert.Equal(0, shell.ExitCode);
    }
}
