#!/bin/sh
# Makes a service principal that is Contributor on the subscription. azure-role.sh makes one that may do less.
# It prints appId (ClientId), password (ClientSecret) and tenant (TenantId): keep the password where your secrets are.
set -eu

subscription_id=${SUBSCRIPTION_ID:?Set SUBSCRIPTION_ID to the ID of the subscription to build in.}
principal_name=${PRINCIPAL_NAME:-'xoap-image-principal'}
az ad sp create-for-rbac \
  --name "$principal_name" \
  --role Contributor \
  --scopes "/subscriptions/$subscription_id" \
  --years 1
