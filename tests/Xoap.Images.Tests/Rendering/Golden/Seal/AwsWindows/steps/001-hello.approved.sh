#!/bin/sh
set -e
unset AWS_KEY AWS_SECRET
unset PKR_VAR_env_aws_key PKR_VAR_env_aws_secret
cd -- '/projects/web'
true
