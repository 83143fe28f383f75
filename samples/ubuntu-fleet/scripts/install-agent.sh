#!/bin/sh
# Registers the fleet's node exporter; the address of the collector comes as COLLECTOR. Usage: install-agent.sh
set -eu
apt-get install -q -y --no-install-recommends prometheus-node-exporter
printf 'ARGS="--collector.disable-defaults --collector.cpu --collector.meminfo --collector.filesystem"\n' > /etc/default/prometheus-node-exporter
printf '%s\n' "$COLLECTOR" > /etc/fleet-collector
systemctl enable -q prometheus-node-exporter
