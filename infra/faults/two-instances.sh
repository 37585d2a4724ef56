#!/usr/bin/env bash
# Two processes of the projection on one Query DB, under load: one hangs and wakes up, one is killed in the middle of a rebuild. After each
# disturbance the tables equal a projection made anew, row by row.
set -euo pipefail
cd "$(dirname "$0")/../.."
exec ./mvnw -B -ntp verify -pl query-side/projection -am -Dtest=none -Dsurefire.failIfNoSpecifiedTests=false \
  -Dit.test=TwoInstancesIT -Dfailsafe.failIfNoSpecifiedTests=false -Dbattlescope.long=true -Djacoco.skip=true
