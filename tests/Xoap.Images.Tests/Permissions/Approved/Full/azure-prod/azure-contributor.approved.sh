#!/bin/sh
# Makes a service principal that is Contributor on the subscription. azure-role.sh makes one that may do less.
# It prints appId (ClientId), password (ClientSecret) and tenant (TenantId): keep the password where your secrets are.
set -eu

principal_name=${PRINCIPAL_NAME:-'xoap-image-principal'}
role_name='Contributor'
app_id=$(az ad sp list --display-name "$principal_name" --query "[?displayName=='$principal_name'].appId | [0]" --output tsv)
if [ -z "$app_id" ]; then
  az ad sp create-for-rbac --name "$principal_name" --role "$role_name" --scopes '/subscriptions/11111111-2222-3333-4444-555555555555' '/subscriptions/99999999-2222-3333-4444-555555555555' --years 1
  exit
fi
for scope in '/subscriptions/11111111-2222-3333-4444-555555555555' '/subscriptions/99999999-2222-3333-4444-555555555555'; do
  if [ -z "$(az role assignment list --assignee "$app_id" --role "$role_name" --scope "$scope" --query '[0].id' --output tsv)" ]; then
    az role assignment create --assignee "$app_id" --role "$role_name" --scope "$scope"
  fi
done
echo "$principal_name ($app_id) was there already: it has the role, and keeps its password."
