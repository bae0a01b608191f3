# Throw-away database servers for tests and samples. To be sourced by bash, 3.2 or later:
#
#   . Tests/servers.sh
#   require_packages libpq-dev postgresql-15 …   installs what is missing (Debian and its kin), or says what to install
#   start_postgres       sets POSTGRES_URL; needs `postgresql-15` or any other version from 15
#   start_mysql          sets MYSQL_URL; an installed mysqld from 8.0.19, else MySQL unpacked into a cache folder
#   run_until_signal COMMAND…   runs a command and passes SIGINT and SIGTERM on to it
#
# Sourcing makes a temporary folder, SCRATCH, and sets an EXIT trap: servers stop and the folder goes, however the script ends.
# The servers listen on free ports of 127.0.0.1 only and keep their data in SCRATCH, so that any number of runs live side by side.

# A script that another one starts with `&` ignores SIGINT from birth, and bash cannot take that back; env can.
if [[ -r /proc/$$/status ]] && (( 0x$(sed -n 's/^SigIgn:[[:space:]]*//p' "/proc/$$/status") & 2 )) &&
  env --default-signal=INT true 2>/dev/null
then
  exec env --default-signal=INT bash "$0" "$@"
fi

SCRATCH=$(mktemp -d "${TMPDIR:-/tmp}/sqlferry.XXXXXX")
# PostgreSQL refuses to run as root, and the user that it runs as must reach its folder.
chmod 711 "$SCRATCH"
SQLFERRY_CACHE=${XDG_CACHE_HOME:-${HOME:-/tmp}/.cache}/sqlferry
postgres_data= mysql_pid= child_pid=

say() { printf '%s\n' "$*" >&2; }
fail() { say "error: $*"; exit 1; }

on_exit() {
  local status=$?
  trap '' HUP INT TERM
  trap - EXIT
  stop_servers
  rm -rf "$SCRATCH"
  exit "$status"
}

# The trap of SIGINT and SIGTERM: ends the running command with all its children, then leaves through the EXIT trap.
on_signal() {
  local signal=$1 status=$2
  trap '' HUP INT TERM
  if [[ -n $child_pid ]] && kill -0 "$child_pid" 2>/dev/null; then
    kill "-$signal" -- "-$child_pid" 2>/dev/null || true
    local i
    for i in 1 2 3 4 5 6 7 8 9 10; do
      kill -0 "$child_pid" 2>/dev/null || break
      sleep 0.5
    done
    kill -KILL -- "-$child_pid" 2>/dev/null || true
  fi
  exit "$status"
}

trap on_exit EXIT
trap 'on_signal HUP 129' HUP
trap 'on_signal INT 130' INT
trap 'on_signal TERM 143' TERM

# Runs a command in a process group of its own and waits; its exit status is the function's.
# In the foreground a trap would wait for the command's end, and a plain background job would ignore SIGINT.
run_until_signal() {
  set -m
  "$@" &
  child_pid=$!
  set +m
  local status=0
  wait "$child_pid" || status=$?
  child_pid=
  return "$status"
}

is_macos() { [[ $(uname -s) == Darwin ]]; }

as_root() {
  if [[ $(id -u) == 0 ]]; then "$@"; return; fi
  command -v sudo >/dev/null || fail "this needs root and there is no sudo; as root, run: $*"
  sudo "$@"
}

# --- packages -------------------------------------------------------------------------------------------------------------

# Installs the Debian packages that are missing; elsewhere says what to install. The list of packages is fetched anew only
# when apt does not know a package or cannot fetch it.
require_packages() {
  if is_macos; then require_brew; return; fi
  command -v dpkg-query >/dev/null || fail "this script installs packages on Debian and its kin only; needed here: $*"
  local package missing=()
  for package in "$@"; do
    [[ $(dpkg-query -W -f '${db:Status-Abbrev}' "$package" 2>/dev/null) == ii* ]] || missing+=("$package")
  done
  [[ ${#missing[@]} == 0 ]] && return
  say "installing ${missing[*]}"
  # Debian's postgresql package makes and starts a server of its own; nobody asked for one.
  case " ${missing[*]} " in *" postgresql-1"*) without_main_cluster apt_install "${missing[@]}" ;; *) apt_install "${missing[@]}" ;; esac
}

apt_install() {
  local log=$SCRATCH/apt.log
  local install=(env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@")
  as_root "${install[@]}" >"$log" 2>&1 && return
  as_root apt-get update >"$log" 2>&1 || true
  as_root "${install[@]}" >"$log" 2>&1 || { cat "$log" >&2; fail "cannot install $*"; }
}

without_main_cluster() {
  local conf=/etc/postgresql-common/createcluster.d/sqlferry.conf
  apt_install postgresql-common
  as_root mkdir -p "${conf%/*}"
  echo 'create_main_cluster = false' | as_root tee "$conf" >/dev/null
  "$@"
  as_root rm -f "$conf"
}

require_brew() {
  local formula missing=()
  command -v brew >/dev/null || fail "install Homebrew, then: brew install pkgconf libpq pcre2 mariadb-connector-c postgresql@15 mysql"
  for formula in pkgconf libpq pcre2 mariadb-connector-c postgresql@15 mysql; do
    [[ -d $(brew --prefix "$formula" 2>/dev/null) ]] || missing+=("$formula")
  done
  [[ ${#missing[@]} == 0 ]] || fail "run: brew install ${missing[*]}"
  PATH=$(brew --prefix postgresql@15)/bin:$(brew --prefix mysql)/bin:$PATH
  # libpq is not linked into Homebrew's own folder.
  export PATH PKG_CONFIG_PATH="$(brew --prefix libpq)/lib/pkgconfig${PKG_CONFIG_PATH:+:$PKG_CONFIG_PATH}"
}

require_swift() {
  command -v swift >/dev/null || fail "no swift in PATH; it comes from swift.org or your system"
}

# --- ports ----------------------------------------------------------------------------------------------------------------

# A port that nobody listens on now, below the range that systems hand out themselves. Somebody may still take it first: the
# start functions try again with another one.
free_port() {
  local port
  while :; do
    port=$((20000 + (RANDOM * 32768 + RANDOM) % 12000))
    (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || { echo "$port"; return; }
  done
}

# --- PostgreSQL -----------------------------------------------------------------------------------------------------------

# The folder of PostgreSQL's programs: version 15 if there, else the newest, else what PATH has.
postgres_bin() {
  local bin newest=
  for bin in /usr/lib/postgresql/15/bin $(ls -d /usr/lib/postgresql/*/bin /usr/pgsql-*/bin 2>/dev/null | sort -Vr); do
    [[ -x $bin/initdb ]] && { echo "$bin"; return; }
  done
  bin=$(command -v initdb) || fail "no PostgreSQL server program (initdb) found"
  dirname "$bin"
}

# Runs a command as the user of the private PostgreSQL: never root.
as_postgres() {
  if [[ $(id -u) != 0 ]]; then "$@"; return; fi
  local user=postgres
  id -u "$user" >/dev/null 2>&1 || user=nobody
  (cd / && exec setpriv --reuid="$user" --regid="$(id -g "$user")" --clear-groups "$@")
}

start_postgres() {
  local bin data=$SCRATCH/postgres port try
  bin=$(postgres_bin)
  mkdir "$data"
  if [[ $(id -u) == 0 ]]; then chown "$(as_postgres id -u)" "$data"; fi
  local locale=C.UTF-8
  if is_macos; then locale=C; fi
  as_postgres env LC_ALL="$locale" "$bin/initdb" -D "$data/data" -U postgres -A trust -E UTF8 --locale="$locale" --no-sync \
    >"$SCRATCH/initdb.log" 2>&1 || { cat "$SCRATCH/initdb.log" >&2; fail "initdb failed"; }
  for try in 1 2 3 4 5; do
    port=$(free_port)
    postgres_data=$data/data
    # No Unix socket: a path under a long TMPDIR would be too long for one.
    if as_postgres env LC_ALL="$locale" "$bin/pg_ctl" -D "$data/data" -l "$data/log" -w -t 60 -o "-p $port -c listen_addresses=127.0.0.1 \
      -c unix_socket_directories='' -c max_connections=500 -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c timezone=UTC" start >/dev/null 2>&1
    then
      POSTGRES_URL=postgresql://postgres@127.0.0.1:$port/postgres
      return
    fi
    as_postgres grep -q 'could not bind' "$data/log" || break
  done
  as_postgres cat "$data/log" >&2
  fail "PostgreSQL does not start"
}

# --- MySQL ----------------------------------------------------------------------------------------------------------------

# The command words of an installed mysqld that is MySQL from 8.0.19 (not MariaDB), one a line; nothing where there is none.
installed_mysqld() {
  local candidate version
  for candidate in "$(command -v mysqld)" /usr/sbin/mysqld /usr/libexec/mysqld /usr/local/mysql/bin/mysqld; do
    [[ -n $candidate && -x $candidate ]] || continue
    version=$("$candidate" --no-defaults --version 2>/dev/null) || continue
    [[ $version == *MariaDB* ]] && continue
    version=$(sed -E 's/.*Ver ([0-9]+\.[0-9]+\.[0-9]+).*/\1/' <<<"$version")
    [[ $(printf '%s\n' 8.0.19 "$version" | sort -V | head -n 1) == 8.0.19 ]] && { echo "$candidate"; return; }
  done
}

# Unpacks MySQL of Debian's unstable suite, with the libraries it needs and their loader, into the cache folder; nothing of it
# touches the system. The folder appears under its name only when it is whole, so that a broken download leaves none.
unpack_mysql() {
  local root=$SQLFERRY_CACHE/mysql
  [[ -e $root/complete ]] && return
  mkdir -p "$SQLFERRY_CACHE"
  exec 9>"$SQLFERRY_CACHE/mysql.lock"
  flock 9
  if [[ ! -e $root/complete ]]; then
    say "fetching MySQL into $root (once)"
    rm -rf "$root" "$SQLFERRY_CACHE"/mysql.partial.*
    local partial=$SQLFERRY_CACHE/mysql.partial.$$
    run_until_signal download_mysql "$partial" || fail "cannot fetch MySQL; install a mysqld from 8.0.19 instead"
    rm -rf "$partial/apt" "$partial/debs"
    touch "$partial/complete"
    mv "$partial" "$root"
  fi
  exec 9>&-
}

download_mysql() {
  local partial=$1 apt=$1/apt mirror deb
  local keyring=/usr/share/keyrings/debian-archive-keyring.gpg
  mirror=$(debian_mirror)
  [[ -n $mirror ]] || { say "apt knows no Debian mirror here"; return 1; }
  mkdir -p "$apt/lists/partial" "$apt/cache/archives/partial" "$partial/debs" "$partial/root"
  echo "deb [arch=$(dpkg --print-architecture) signed-by=$keyring] $mirror sid main" >"$apt/sources.list"
  local options=(-q -o Dir::Etc::sourcelist="$apt/sources.list" -o Dir::Etc::sourceparts=/dev/null -o Dir::State::Lists="$apt/lists"
    -o Dir::Cache="$apt/cache" -o Acquire::Retries=3 -o APT::Sandbox::User=root)
  apt-get "${options[@]}" update >"$apt/log" 2>&1 || { cat "$apt/log" >&2; return 1; }
  # What mysqld itself never calls is left out: it only costs time.
  local packages
  packages=$(apt-cache "${options[@]}" depends --recurse --no-recommends --no-suggests --no-conflicts --no-breaks --no-replaces \
    --no-enhances mysql-server-core mysql-client-core | grep '^[a-z]' | sort -u |
    grep -vE '^(perl|libperl|debconf|cdebconf|gcc-.*-base|libdb5|libgdbm|libsasl2-modules|dpkg|tar)')
  (cd "$partial/debs" && apt-get "${options[@]}" download $packages >"$apt/log" 2>&1) || { cat "$apt/log" >&2; return 1; }
  for deb in "$partial"/debs/*.deb; do dpkg -x "$deb" "$partial/root" || return 1; done
}

# The Debian mirror that this machine's apt is set up with, from either form of its configuration.
debian_mirror() {
  {
    sed -nE 's/^URIs:[[:space:]]*([^[:space:]]+).*/\1/p' /etc/apt/sources.list.d/*.sources
    sed -nE 's/^deb[[:space:]]+(\[[^]]*\][[:space:]]+)?([^[:space:]]+).*/\2/p' /etc/apt/sources.list /etc/apt/sources.list.d/*.list
  } 2>/dev/null | grep -E '/debian/?$' | head -n 1
}

# Sets the arrays mysqld, mysql_client and mysql_tzinfo to command words, and mysqld_options to what the server needs.
choose_mysql() {
  local installed bin root lib
  installed=$(installed_mysqld)
  mysqld_options=(--no-defaults)
  if [[ $(id -u) == 0 ]]; then mysqld_options+=(--user=root); fi
  if [[ -n $installed ]]; then
    bin=$(dirname "$(command -v mysql || echo "$installed")")
    mysqld=("$installed") mysql_client=("$bin/mysql") mysql_tzinfo=("$bin/mysql_tzinfo_to_sql")
    return
  fi
  unpack_mysql
  root=$SQLFERRY_CACHE/mysql/root
  lib=$(echo "$root"/usr/lib/*-linux-gnu)
  # Run by the loader it came with: the libraries are newer than the system's.
  local loader=("$(echo "$lib"/ld-linux-*.so.*)" --library-path "$lib:$lib/mysql:$root/usr/lib/mysql/private")
  mysqld=("${loader[@]}" "$root/usr/sbin/mysqld")
  mysql_client=("${loader[@]}" "$root/usr/bin/mysql")
  mysql_tzinfo=("${loader[@]}" "$root/usr/bin/mysql_tzinfo_to_sql")
  mysqld_options+=(--basedir="$root/usr" --lc-messages-dir="$root/usr/share/mysql" --character-sets-dir="$root/usr/share/mysql/charsets"
    --plugin-dir="$root/usr/lib/mysql/plugin")
}

start_mysql() {
  local data=$SCRATCH/mysql port try
  local mysqld mysql_client mysql_tzinfo mysqld_options
  choose_mysql
  "${mysqld[@]}" "${mysqld_options[@]}" --datadir="$data" --initialize-insecure 2>"$SCRATCH/mysql.log" ||
    { cat "$SCRATCH/mysql.log" >&2; fail "mysqld --initialize-insecure failed"; }
  local session=
  # A session of its own, so that Ctrl-C reaches the tests first and the server is stopped after them.
  if command -v setsid >/dev/null; then session=setsid; fi
  for try in 1 2 3 4 5; do
    port=$(free_port)
    : >"$SCRATCH/mysql.log"
    # The socket's name is relative to the data folder: a path under a long TMPDIR would be too long for one.
    $session "${mysqld[@]}" "${mysqld_options[@]}" --datadir="$data" --port="$port" --bind-address=127.0.0.1 --socket=mysql.sock \
      --mysqlx=OFF --skip-log-bin --secure-file-priv= --innodb-flush-log-at-trx-commit=0 --innodb-doublewrite=OFF \
      >"$SCRATCH/mysql.log" 2>&1 &
    mysql_pid=$!
    disown "$mysql_pid"
    if mysql_answers "$port"; then
      load_time_zones "$port"
      MYSQL_URL=mysql://root@127.0.0.1:$port/
      return
    fi
    grep -q 'Bind on TCP/IP port' "$SCRATCH/mysql.log" || break
  done
  cat "$SCRATCH/mysql.log" >&2
  fail "MySQL does not start"
}

mysql_here() { "${mysql_client[@]}" --no-defaults -uroot -h127.0.0.1 -P"$1" --default-character-set=utf8mb4 "${@:2}"; }

mysql_answers() {
  local i
  for ((i = 0; i < 240; i++)); do
    kill -0 "$mysql_pid" 2>/dev/null || return 1
    mysql_here "$1" -e 'DO 0' >/dev/null 2>&1 && return
    sleep 0.25
  done
  return 1
}

load_time_zones() {
  "${mysql_tzinfo[@]}" /usr/share/zoneinfo 2>/dev/null | mysql_here "$1" mysql || fail "cannot load MySQL's time zone tables"
}

# --- stopping -------------------------------------------------------------------------------------------------------------

# Stops the servers that this script started, by their process ids.
stop_servers() {
  local i pid=
  if [[ -n $postgres_data ]]; then pid=$(head -n 1 "$postgres_data/postmaster.pid" 2>/dev/null) || true; fi
  # Their data goes next: the quickest stop will do.
  if [[ -n $pid ]]; then kill -QUIT "$pid" 2>/dev/null || true; fi
  if [[ -n $mysql_pid ]]; then kill -KILL "$mysql_pid" 2>/dev/null || true; fi
  for ((i = 0; i < 50; i++)); do
    kill -0 ${pid:+"$pid"} ${mysql_pid:+"$mysql_pid"} 2>/dev/null || break
    sleep 0.1
  done
  postgres_data= mysql_pid=
}
