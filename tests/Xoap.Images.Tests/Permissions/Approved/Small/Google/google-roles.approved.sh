#!/bin/sh
# Makes the service account that builds, and gives it the roles that its builds need.
set -eu

account_name=${ACCOUNT_NAME:-'xoap-image-builder'}
project=${PROJECT:?Set PROJECT to the ID of the project to build in.}
account=$account_name@$project.iam.gserviceaccount.com
gcloud iam service-accounts describe "$account" --project="$project" > /dev/null 2>&1 ||
  gcloud iam service-accounts create "$account_name" \
  --project="$project" \
  --display-name='Image builder'
gcloud projects add-iam-policy-binding "$project" \
  --member="serviceAccount:$account" \
  --role=roles/compute.instanceAdmin.v1 \
  --condition=None
gcloud projects add-iam-policy-binding "$project" \
  --member="serviceAccount:$account" \
  --role=roles/iam.serviceAccountUser \
  --condition=None
