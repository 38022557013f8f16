# A PostgreSQL of the tests' own: a new cluster in a folder that is thrown away, on 127.0.0.1 alone, without waiting for the disk
# and without compiling each query, which takes longer than these queries do.
# Sourced by .ci/run, after packages.sh. Sets $postgresql to the connection string.
# The server asks for no password: one is told so that tests see whether it turns up where it should not.
postgresql="" cluster="" programs="" password="losen-till-databasen"

as_owner() { # The server refuses to run as root.
  if [ "$(id -u)" -eq 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi
}

find_programs() { (ls -d /usr/lib/postgresql/*/bin 2>/dev/null || true) | sort -V | tail -1; }

free_port() {
  local port
  for port in $(seq 55433 55533); do
    if ! (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then echo "$port"; return; fi
  done
  return 1
}

start_postgresql() { # $1: a folder that the owner may walk through
  programs=$(find_programs)
  if [ -z "$programs" ]; then install_packages postgresql >&2; programs=$(find_programs); fi
  local port
  port=$(free_port)
  mkdir "$1/postgresql"
  if [ "$(id -u)" -eq 0 ]; then chown postgres "$1/postgresql"; fi
  cluster="$1/postgresql/data"
  as_owner "$programs/initdb" -D "$cluster" -A trust -U postgres --no-sync -E UTF8 --locale=C.UTF-8 >/dev/null
  as_owner "$programs/pg_ctl" -D "$cluster" -w -l "$1/postgresql/log" start -o "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories=$1/postgresql -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c jit=off -c max_connections=300" >/dev/null
  postgresql="Host=127.0.0.1;Port=$port;Username=postgres;Password=$password;Database=postgres"
}

stop_postgresql() {
  if [ -n "$cluster" ]; then as_owner "$programs/pg_ctl" -D "$cluster" -m immediate stop >/dev/null 2>&1 || true; fi
}
