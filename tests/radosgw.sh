#!/usr/bin/env bash
# Starts a real S3 store on loopback (Ceph's radosgw: one monitor, one manager, one disk of 6 GB in a
# temporary folder), runs a command with RADOSGW set to its address, and takes everything down again:
#
#   bash tests/radosgw.sh npx vitest run --project laws tests/storage-s3.test.ts
#
# Needs Debian's packages radosgw, ceph-mon, ceph-mgr and ceph-osd; takes about ten seconds to start.
set -euo pipefail

for tool in ceph-mon ceph-mgr ceph-osd radosgw radosgw-admin monmaptool; do
	command -v "$tool" >/dev/null || {
		echo "There is no $tool here. Install radosgw, ceph-mon, ceph-mgr and ceph-osd." >&2
		exit 69
	}
done

port="${RADOSGW_PORT:-7480}"
mon="${RADOSGW_MON_PORT:-23300}"
folder="$(mktemp -d "${TMPDIR:-/tmp}/liantu-radosgw-XXXXXX")"
export CEPH_CONF="$folder/ceph.conf"
export RADOSGW="http://127.0.0.1:$port" RADOSGW_KEY=liantu RADOSGW_SECRET=secret-of-tests
id="$(cat /proc/sys/kernel/random/uuid)"

stop() {
	# Only what was started here: each wrote its number into the folder.
	for pid in "$folder"/run/*.pid; do
		[ -e "$pid" ] && kill -KILL "$(cat "$pid")" 2>/dev/null || true
	done
	rm -rf "$folder"
}
trap stop EXIT

mkdir -p "$folder"/{mon,osd,mgr,rgw,run}
cat >"$CEPH_CONF" <<CONF
[global]
fsid = $id
mon initial members = a
mon host = v2:127.0.0.1:$mon
auth cluster required = none
auth service required = none
auth client required = none
osd pool default size = 1
osd pool default min size = 1
osd pool default pg num = 1
osd crush chooseleaf type = 0
mon allow pool size one = true
mon data avail crit = 1
run dir = $folder/run
pid file = $folder/run/\$name.pid
log file = $folder/\$name.log
admin socket = $folder/run/\$name.asok
[mon.a]
mon data = $folder/mon
[mgr.a]
mgr data = $folder/mgr
[osd.0]
osd data = $folder/osd
osd objectstore = bluestore
bluestore block size = 6442450944
osd memory target = 1073741824
[client.rgw.a]
rgw frontends = beast endpoint=127.0.0.1:$port
rgw data = $folder/rgw
# Without keys between its parts there is no encryption between them either.
ms mon client mode = crc
CONF

{
	monmaptool --create --addv a "[v2:127.0.0.1:$mon]" --fsid "$id" "$folder/monmap"
	ceph-mon --mkfs -i a --monmap "$folder/monmap"
	ceph-mon -i a
	ceph-mgr -i a
	disk="$(cat /proc/sys/kernel/random/uuid)"
	timeout 30 ceph osd create "$disk"
	ceph-osd -i 0 --mkfs --osd-uuid "$disk"
	ceph-osd -i 0
	timeout 120 radosgw -n client.rgw.a
} >"$folder/start.log" 2>&1 || { tail -20 "$folder/start.log" >&2; exit 70; }
timeout 60 radosgw-admin user create --uid liantu --display-name Liantu \
	--access-key "$RADOSGW_KEY" --secret "$RADOSGW_SECRET" >/dev/null 2>>"$folder/start.log"

"$@"
