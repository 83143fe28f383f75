#!/bin/sh
# Makes a service principal that is Contributor on the subscription. azure-role.sh makes one that may do less.
# It prints appId (ClientId), password (ClientSecret) and tenant (TenantId): keep the password where your secrets are.
set -eu

principal_name=${PRINCIPAL_NAME:-'xoap-image-principal'}
az ad sp create-for-rbac \
  --name "$principal_name" \
  --role Contributor \
  --scopes '/subscriptions/11111111-2222-3333-4444-555555555555' '/subscriptions/99999999-2222-3333-4444-555555555555' \
  --years 1
