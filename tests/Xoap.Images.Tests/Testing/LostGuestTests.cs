using Xoap.Images.Testing;

namespace Xoap.Images.Tests.Testing;

public class LostGuestTests
{
    [Theory]
    [InlineData(true, "Script disconnected unexpectedly. If you expected your script to disconnect, i.e. from a restart, you can try adding `\"expect_disconnect\": true`")]
    [InlineData(true, "Script exited with non-zero exit status: 2300218. Allowed exit codes are: [0]")]
    [InlineData(true, "Script exited with non-zero exit status: 16001. Allowed exit codes are: [0]")]
    [InlineData(false, "Script exited with non-zero exit status: 1. Allowed exit codes are: [0]")]
    [InlineData(false, "Timeout waiting for SSH.")]
    [InlineData(false, "")]
    public void A_guest_is_lost_when_it_was_there_before(bool lost, string reason) => Assert.Equal(lost, LostGuest.Is(reason));
}
