#!/bin/sh
# Makes the role of azure-role.json and a service principal that has it. Needs the right to make roles (Owner).
# It prints appId (ClientId), password (ClientSecret) and tenant (TenantId): keep the password where your secrets are.
set -eu

principal_name=${PRINCIPAL_NAME:-'xoap-image-principal'}
role_name='Xoap.Images builder of web with azure-prod'
role=$(cat "$(dirname "$0")/azure-role.json")
verb=create
if [ -n "$(az role definition list --custom-role-only true --name "$role_name" --scope '/subscriptions/11111111-2222-3333-4444-555555555555' --query '[0].name' --output tsv)" ]; then
  verb=update
fi
az role definition "$verb" --role-definition "$role"
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
