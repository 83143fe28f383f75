#!/bin/sh
set -e
unset ADMIN_PASSWORD
unset PKR_VAR_env_admin_password
cd -- '/projects/web'
echo hello
