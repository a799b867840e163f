#!/usr/bin/env bash
# Copies the primary the first time, then follows it.
set -euo pipefail
if [ ! -s "$PGDATA/PG_VERSION" ]; then
  PGPASSWORD=$(cat /run/secrets/replication)
  export PGPASSWORD
  mkdir -p -m 700 "$PGDATA"
  until pg_basebackup --pgdata="$PGDATA" --write-recovery-conf --wal-method=stream --checkpoint=fast \
    --dbname="host=primary user=replicator application_name=$STANDBY"; do
    rm -rf "${PGDATA:?}"/*
    sleep 1
  done
  unset PGPASSWORD
fi
exec postgres
