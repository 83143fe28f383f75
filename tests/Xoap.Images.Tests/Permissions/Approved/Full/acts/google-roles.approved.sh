#!/bin/sh
# Makes the service account that builds, and gives it the roles that its builds need.
set -eu

project='other'
account='builder@other.iam.gserviceaccount.com'
gcloud projects add-iam-policy-binding "$project" \
  --member="serviceAccount:$account" \
  --role=roles/compute.instanceAdmin.v1 \
  --condition=None
gcloud projects add-iam-policy-binding "$project" \
  --member="serviceAccount:$account" \
  --role=roles/iam.serviceAccountUser \
  --condition=None
# Whoever runs the builds acts as that account.
builder=${BUILDER:?Set BUILDER to the member that runs the builds, such as user:jane@example.com.}
gcloud iam service-accounts add-iam-policy-binding 'builder@other.iam.gserviceaccount.com' \
  --member="$builder" \
  --role=roles/iam.serviceAccountTokenCreator
