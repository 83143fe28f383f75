using Xoap.Images.Diagnostics;
using Xoap.Images.Model;
using Xoap.Images.Testing;
using Xoap.Images.Tests.Infra;

namespace Xoap.Images.Tests.Testing;

public class GuestReachTests
{
    [Fact]
    public void A_local_machine_is_reached_at_the_port_that_Packer_found()
    {
        var reach = new GuestReach(new Component("qemu", [A.Text("ssh_username", "webops"), A.Text("ssh_private_key_file", "/keys/operator")], []));
        reach.Add("Found port for communicator (SSH, WinRM, etc): 3456.");
        Assert.Equal("Reach it by 'ssh -p 3456 -i /keys/operator webops@127.0.0.1'.", reach.Text());
    }

    [Fact]
    public void A_machine_elsewhere_is_reached_at_the_address_that_Packer_uses()
    {
        var reach = new GuestReach(new Component("amazon-ebs", [A.Text("communicator", "winrm"), A.Text("winrm_username", "Administrator"), A.Number("winrm_port", "5986")], []));
        reach.Add("Using WinRM communicator to connect: 10.1.2.3");
        Assert.Equal("Reach it over WinRM at 10.1.2.3:5986 as Administrator.", reach.Text());
    }

    [Fact]
    public void What_nobody_said_is_not_made_up() =>
        Assert.Equal("Reach it by 'ssh its user@its address'.", new GuestReach(new Component("amazon-ebs", [], [])).Text());

    [Fact]
    public void It_is_told_as_whom_Packer_waits_to_get_in()
    {
        var user = A.Text("ssh_username", "webops") with { Origin = new Origin("Connection", "operator", 0, "SshUsername") };
        var reach = new GuestReach(new Component("qemu", [user], []));
        Assert.False(reach.Add("Using SSH communicator to connect: 10.1.2.3"));
        Assert.True(reach.Add("Waiting for SSH to become available..."));
        Assert.Equal("'webops' (SshUsername of Connection 'operator') by SSH", reach.Login());
        Assert.Equal("its user by WinRM", new GuestReach(new Component("qemu", [A.Text("communicator", "winrm")], [])).Login());
    }
}
