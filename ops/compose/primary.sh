#!/usr/bin/env bash
# Runs once, in the empty primary: the roles, their logins, and who may replicate.
set -euo pipefail
psql=(psql -v ON_ERROR_STOP=1 --username postgres --dbname navigator)
"${psql[@]}" --file /ops/roles.sql
"${psql[@]}" \
  -v owner="$(cat /run/secrets/owner)" -v app="$(cat /run/secrets/app)" -v replication="$(cat /run/secrets/replication)" <<'SQL'
CREATE ROLE navigator_owner_1 LOGIN PASSWORD :'owner' IN ROLE navigator_owner;
ALTER ROLE navigator_owner_1 SET role = navigator_owner;
CREATE ROLE navigator_app_1 LOGIN PASSWORD :'app' IN ROLE navigator_app;
ALTER ROLE navigator_app_1 SET role = navigator_app;
CREATE ROLE replicator LOGIN REPLICATION PASSWORD :'replication';
SQL
echo 'host replication replicator all scram-sha-256' >> "$PGDATA/pg_hba.conf"
# From its real start on: an edit is acknowledged once one of the two standbys has it.
"${psql[@]}" --command "ALTER SYSTEM SET synchronous_standby_names = 'ANY 1 (standby1, standby2)'"
