#!/bin/sh
set -e
unset ARM_CLIENT_ID ARM_CLIENT_SECRET
unset PKR_VAR_env_arm_client_id PKR_VAR_env_arm_client_secret
cd -- '/projects/web'
true
