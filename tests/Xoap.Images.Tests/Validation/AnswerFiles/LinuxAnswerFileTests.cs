using Xoap.Images.Diagnostics;

namespace Xoap.Images.Tests.Validation.AnswerFiles;

public class LinuxAnswerFileTests
{
    private const string Preseed = """
        d-i debian-installer/locale string en_US.UTF-8
        d-i passwd/username string packer
        d-i passwd/user-password-crypted password $6$x
        d-i pkgsel/include string openssh-server
        """;

    private const string Kickstart = """
        lang en_US.UTF-8
        rootpw --iscrypted --allow-ssh $6$x
        user --name=packer --groups=wheel --iscrypted --password=$6$x
        %packages
        @core
        %end
        """;

    private const string CloudConfig = """
        #cloud-config
        users:
          - name: packer
            lock_passwd: false
        """;

    [Theory]
    [InlineData(Preseed, "packer")]
    [InlineData(Kickstart, "packer")]
    [InlineData(Kickstart, "root")]
    [InlineData(CloudConfig, "packer")]
    [InlineData("#cloud-config\nssh_pwauth: true\n", "debian")]
    [InlineData("#cloud-config\nautoinstall:\n  identity:\n    username: ubuntu\n", "ubuntu")]
    public void Files_without_mistakes_have_no_problems(string text, string user) => Assert.Empty(Problems(text, user));

    [Theory]
    [InlineData(Preseed, "root", "XIMG2208 1:1")]
    [InlineData(Preseed, "admin", "XIMG2207 1:1")]
    [InlineData(Kickstart, "admin", "XIMG2207 1:1")]
    [InlineData(CloudConfig, "admin", "XIMG2207 1:1")]
    [InlineData(CloudConfig, "root", "XIMG2208 1:1")]
    [InlineData("d-i passwd/username string packer\n", "packer", "XIMG2206 1:1")]
    [InlineData("d-i passwd/username string packer\n# openssh-server\n", "packer", "XIMG2206 1:1")]
    [InlineData(Preseed + "\nd-i passwd/root-password password Geheim\n", "packer", "XIMG2204 5:35")]
    [InlineData("rootpw Geheim\n%packages\n", "", "XIMG2204 1:8")]
    [InlineData("rootpw --plaintext Geheim\n%packages\n", "", "XIMG2204 1:20")]
    [InlineData("user --name=packer --password=Geheim\n%packages\n", "packer", "XIMG2204 1:31")]
    [InlineData(CloudConfig + "\n    plain_text_passwd: Geheim\n", "packer", "XIMG2204 5:24")]
    [InlineData("#cloud-config\nusers:\n\t- name: packer\n", "packer", "XIMG2211 3:1")]
    public void A_mistake_is_told_at_its_place(string text, string user, string expected) => Assert.Equal([expected], Problems(text, user).Select(Place));

    [Theory]
    [InlineData("rootpw --lock\n%packages\n")]
    [InlineData("rootpw --iscrypted $6$x\n%packages\n")]
    [InlineData("rootpw {{Password}}\n%packages\n")]
    public void Hidden_and_templated_passwords_are_fine(string text) => Assert.Empty(Problems(text, "", "Templated=true"));

    [Fact]
    public void Cloud_init_wants_to_be_told_what_it_reads()
    {
        var problem = Assert.Single(AnswerFileProblems.Of(
            "# ours\n#cloud-config\n", "Linux", [], ["Communicator=none"], [], []));
        Assert.Equal("XIMG2210 1:1", Place(problem));
        Assert.Equal(
            "The first line does not say what this is, so cloud-init ignores the file. Write '#cloud-config' as the first line.", problem.Message);
    }

    [Fact]
    public void Messages_say_what_to_do()
    {
        Assert.Equal(
            "The builder waits for SSH, but neither the answer file nor a setup file installs a server for it. Write 'd-i pkgsel/include string openssh-server'.",
            Problems("d-i passwd/username string packer\n", "packer")[0].Message);
        Assert.Equal(
            "The builder logs in as 'admin', whom neither the answer file nor a setup file mentions. Create the user here, or correct SshUsername.",
            Problems(CloudConfig, "admin")[0].Message);
        Assert.Equal(
            "The builder logs in as root over SSH, which servers refuse unless told otherwise. Write 'disable_root: false'.",
            Problems(CloudConfig, "root")[0].Message);
        Assert.Equal(
            "The line is indented with a tab, which YAML does not allow. Use spaces.",
            Problems("#cloud-config\nusers:\n\t- name: packer\n", "packer")[0].Message);
    }

    private static string Place(Diagnostic problem) => $"{problem.Code} {problem.Origin.Line}:{problem.Origin.Column}";

    private static Diagnostic[] Problems(string text, string user, params string[] system) => AnswerFileProblems.Of(
        text, "Linux", system, user.Length == 0 ? ["Communicator=none"] : ["Communicator=ssh", $"SshUsername={user}"], [], []);
}
