#!/bin/sh
set -e
unset VSPHERE_PASSWORD VSPHERE_USER ADMIN_PASSWORD
unset PKR_VAR_env_vsphere_password PKR_VAR_env_vsphere_user PKR_VAR_env_admin_password
cd -- '/projects/web'
echo hello
