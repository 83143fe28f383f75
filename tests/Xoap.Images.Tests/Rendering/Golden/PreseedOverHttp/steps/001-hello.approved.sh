#!/bin/sh
set -e
unset SSH_PASSWORD
unset PKR_VAR_env_ssh_password
cd -- '/projects/web'
echo hello
