#!/bin/sh
# Makes the role of azure-role.json and a service principal that has it. Needs the right to make roles (Owner).
# It prints appId (ClientId), password (ClientSecret) and tenant (TenantId): keep the password where your secrets are.
set -eu

subscription_id=${SUBSCRIPTION_ID:?Set SUBSCRIPTION_ID to the ID of the subscription to build in.}
principal_name=${PRINCIPAL_NAME:-'xoap-image-principal'}
role=$(sed "s|\[SubscriptionId\]|$subscription_id|" "$(dirname "$0")/azure-role.json")
az role definition create --role-definition "$role"
az ad sp create-for-rbac \
  --name "$principal_name" \
  --role 'Xoap.Images builder' \
  --scopes "/subscriptions/$subscription_id" \
  --years 1
