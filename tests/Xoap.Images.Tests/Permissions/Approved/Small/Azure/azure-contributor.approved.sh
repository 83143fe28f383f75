#!/bin/sh
# Makes a service principal that is Contributor on the subscription. azure-role.sh makes one that may do less.
# It prints appId (ClientId), password (ClientSecret) and tenant (TenantId): keep the password where your secrets are.
set -eu

subscription_id=${SUBSCRIPTION_ID:?Set SUBSCRIPTION_ID to the ID of the subscription to build in.}
principal_name=${PRINCIPAL_NAME:-'xoap-image-principal'}
role_name='Contributor'
app_id=$(az ad sp list --display-name "$principal_name" --query "[?displayName=='$principal_name'].appId | [0]" --output tsv)
if [ -z "$app_id" ]; then
  az ad sp create-for-rbac --name "$principal_name" --role "$role_name" --scopes "/subscriptions/$subscription_id" --years 1
  exit
fi
for scope in "/subscriptions/$subscription_id"; do
  if [ -z "$(az role assignment list --assignee "$app_id" --role "$role_name" --scope "$scope" --query '[0].id' --output tsv)" ]; then
    az role assignment create --assignee "$app_id" --role "$role_name" --scope "$scope"
  fi
done
echo "$principal_name ($app_id) was there already: it has the role, and keeps its password."
