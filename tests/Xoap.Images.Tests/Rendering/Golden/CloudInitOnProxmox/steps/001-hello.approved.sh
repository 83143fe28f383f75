#!/bin/sh
set -e
unset PVE_PASSWORD PVE_USER
unset PKR_VAR_env_pve_password PKR_VAR_env_pve_user
cd -- '/projects/web'
echo hello
