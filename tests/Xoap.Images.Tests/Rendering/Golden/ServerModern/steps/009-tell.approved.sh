#!/bin/sh
set -e
unset SSH_PASSWORD
unset PKR_VAR_env_ssh_password PKR_VAR_file_licence
cd -- '/tmp'
echo done >> /dev/null
