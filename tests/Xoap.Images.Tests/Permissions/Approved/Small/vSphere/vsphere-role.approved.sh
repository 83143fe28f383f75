#!/bin/sh
# Makes a role with the privileges that the builds need (vCenter adds those of Read-Only itself) and gives it to
# the account that builds. Set GOVC_USERNAME and GOVC_PASSWORD to an administrator's login. A role that is there keeps
# what it has, since other images may need it.
set -eu

vcenter=${VCENTER:?Set VCENTER to the vCenter server.}
principal=${PRINCIPAL:?Set PRINCIPAL to the account that builds, such as packer@vsphere.local.}
inventory=${INVENTORY:-'/'}
role=${ROLE:-'XoapImageBuilder'}
export GOVC_URL="$vcenter"
set -- \
  Datastore.AllocateSpace \
  Datastore.Browse \
  Datastore.FileManagement \
  Host.Config.SystemManagement \
  Network.Assign \
  Resource.AssignVMToPool \
  VirtualMachine.Config.AddNewDisk \
  VirtualMachine.Config.AddRemoveDevice \
  VirtualMachine.Config.AdvancedConfig \
  VirtualMachine.Config.Annotation \
  VirtualMachine.Config.CPUCount \
  VirtualMachine.Config.EditDevice \
  VirtualMachine.Config.Memory \
  VirtualMachine.Config.Resource \
  VirtualMachine.Config.Settings \
  VirtualMachine.Interact.DeviceConnection \
  VirtualMachine.Interact.PowerOff \
  VirtualMachine.Interact.PowerOn \
  VirtualMachine.Interact.PutUsbScanCodes \
  VirtualMachine.Interact.SetCDMedia \
  VirtualMachine.Interact.SetFloppyMedia \
  VirtualMachine.Inventory.Create \
  VirtualMachine.Inventory.CreateFromExisting \
  VirtualMachine.Inventory.Delete \
  VirtualMachine.Provisioning.Clone \
  VirtualMachine.Provisioning.CreateTemplateFromVM \
  VirtualMachine.Provisioning.DeployTemplate \
  VirtualMachine.Provisioning.MarkAsTemplate \
  VirtualMachine.Provisioning.MarkAsVM \
  VirtualMachine.State.CreateSnapshot
if govc role.ls "$role" > /dev/null 2>&1; then
  govc role.update -a "$role" "$@"
else
  govc role.create "$role" "$@"
fi
govc permissions.set -principal "$principal" -role "$role" -propagate=true "$inventory"
