using Xoap.Images.Diagnostics;
using Xoap.Images.Running;

namespace Xoap.Images.Tests.Running;

/// <summary>What <c>packer validate</c> said, word for word: 1.6.6 where nothing else is written.</summary>
public class PackerMessageTests
{
    [Fact]
    public void Several_problems_of_a_builder_are_several_messages() => Says(
        """
        Error: 3 error(s) occurred:

        * One of iso_url or iso_urls must be specified
        * An ssh_username must be specified
          Note: some builders used to default ssh_username to "root".
        * invalid accelerator, only 'kvm', 'tcg', 'xen', 'hax', 'hvf', 'whpx', or 'none' are allowed

          on /obj/validate/qemu/web.pkr.hcl line 1:
          (source code not available)


        """,
        "1: One of iso_url or iso_urls must be specified",
        "1: An ssh_username must be specified Note: some builders used to default ssh_username to \"root\".",
        "1: invalid accelerator, only 'kvm', 'tcg', 'xen', 'hax', 'hvf', 'whpx', or 'none' are allowed");

    [Fact]
    public void Problems_of_several_provisioners_each_have_their_line() => Says(
        """
        Error: Failed preparing provisioner-block "shell" ""

          on /obj/validate/qemu/web.pkr.hcl line 6:
          (source code not available)

        2 error(s) occurred:

        * Bad script '/obj/validate/qemu/steps/1.sh': stat /obj/validate/qemu/steps/1.sh: no such file or directory
        * Environment variable not in format 'key=value': =b

        Error: Failed preparing provisioner-block "windows-restart" ""

          on /obj/validate/qemu/web.pkr.hcl line 15:
          (source code not available)

        1 error(s) decoding:

        * error decoding 'restart_timeout': time: invalid duration "q"


        """,
        "6: Bad script 'steps/1.sh': stat steps/1.sh: no such file or directory",
        "6: Environment variable not in format 'key=value': =b",
        "15: error decoding 'restart_timeout': time: invalid duration \"q\"");

    [Fact]
    public void A_line_in_the_explanation_is_the_better_one() => Says(
        """
        Error: Failed preparing provisioner-block "shell" ""

          on /obj/validate/qemu/web.pkr.hcl line 6:
          (source code not available)

        /obj/validate/qemu/web.pkr.hcl:8,35-40: Unsupported attribute; This object does not
        have an attribute named "Nope".


        """,
        "8: Unsupported attribute; This object does not have an attribute named \"Nope\".");

    [Fact]
    public void A_summary_and_its_explanation_are_two_sentences_and_may_have_no_place() => Says(
        """
        Error: Unset variable "secret"

        A used variable must be set or have a default value; see
        https://packer.io/docs/configuration/from-1.5/syntax for details.

        Error: Unsuitable value type

          on /obj/validate/qemu/web.pkr.hcl line 16:
          (source code not available)

        Unsuitable value: a number is required

        ???????: Failed to parse timeout duration

        time: invalid duration "abc"


        """,
        "0: Unset variable \"secret\". A used variable must be set or have a default value; see "
        + "https://packer.io/docs/configuration/from-1.5/syntax for details.",
        "16: Unsuitable value type. Unsuitable value: a number is required.",
        "0: Failed to parse timeout duration. time: invalid duration \"abc\".");

    /// <summary>In the form of Packer 1.11, which shows the template's text.</summary>
    [Fact]
    public void The_template_s_text_around_the_place_is_left_out() => Says(
        """
        Warning: Deprecated setting

          on /obj/validate/qemu/web.pkr.hcl line 12, in source "qemu" "qemu":
          12:   iso_checksum_type = "none"

        Use iso_checksum.

        Error: Unsupported argument

          on /obj/validate/qemu/web.pkr.hcl line 13:
          13:   foo = 1

        An argument named "foo" is not expected here.
        """,
        "12: warning: Deprecated setting. Use iso_checksum.",
        "13: Unsupported argument. An argument named \"foo\" is not expected here.");

    [Theory]
    [InlineData("")]
    [InlineData("The configuration is valid.\n")]
    [InlineData("Installed plugin github.com/hashicorp/qemu v1.1.4 in \"/x\"\n")]
    public void Anything_else_is_no_problem(string output) => Says(output);

    private static void Says(string output, params string[] expected) => Assert.Equal(
        expected,
        PackerMessage.Read(output, "/obj/validate/qemu")
            .Select(message => $"{message.Line}: {(message.Severity == Severity.Warning ? "warning: " : "")}{message.Text}"));
}
