#!/bin/sh
# Makes the service account that builds, and gives it the roles that its builds need.
set -eu

account_name=${ACCOUNT_NAME:-'xoap-image-builder'}
project='it'\''s-mine'
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
gcloud projects add-iam-policy-binding "$project" \
  --member="serviceAccount:$account" \
  --role=roles/storage.admin \
  --condition=None
gcloud projects add-iam-policy-binding "$project" \
  --member="serviceAccount:$account" \
  --role=roles/iap.tunnelResourceAccessor \
  --condition=None
gcloud projects add-iam-policy-binding "$project" \
  --member="serviceAccount:$account" \
  --role=roles/compute.osAdminLogin \
  --condition=None
# The shared VPC's host project.
gcloud projects add-iam-policy-binding 'network-host' \
  --member="serviceAccount:$account" \
  --role=roles/compute.networkUser \
  --condition=None
# Compute Engine itself encrypts with the key.
number=$(gcloud projects describe "$project" --format='value(projectNumber)')
gcloud kms keys add-iam-policy-binding 'projects/p/locations/eu/keyRings/r/cryptoKeys/k' \
  --member="serviceAccount:service-$number@compute-system.iam.gserviceaccount.com" \
  --role=roles/cloudkms.cryptoKeyEncrypterDecrypter
