#!/bin/sh
# Makes the role of azure-role.json and a service principal that has it. Needs the right to make roles (Owner).
# It prints appId (ClientId), password (ClientSecret) and tenant (TenantId): keep the password where your secrets are.
set -eu

principal_name=${PRINCIPAL_NAME:-'xoap-image-principal'}
role=$(cat "$(dirname "$0")/azure-role.json")
az role definition create --role-definition "$role"
az ad sp create-for-rbac \
  --name "$principal_name" \
  --role 'Xoap.Images builder' \
  --scopes '/subscriptions/11111111-2222-3333-4444-555555555555' '/subscriptions/99999999-2222-3333-4444-555555555555' \
  --years 1
