#!/bin/sh
set -e
unset SSH_PASSWORD ADMIN_PASSWORD
unset PKR_VAR_env_ssh_password PKR_VAR_env_admin_password
cd -- '/projects/web'
echo hello
