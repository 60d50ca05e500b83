<?php
/* For PHP's own server: files as they are, and everything else to WordPress. */
$root = getenv('WORDPRESS_SITE');
$path = rawurldecode(parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH) ?? '/');
$file = realpath($root . $path);
if (preg_match('#/\.|/wp-content/database#', $path)) {
    http_response_code(403);
    return true;
}
if ($file !== false && is_file($file) && str_starts_with($file, realpath($root))) {
    if (!str_ends_with($file, '.php')) {
        return false;
    }
} else {
    $file = "$root/index.php";
    $path = '/index.php';
}
$_SERVER['SCRIPT_NAME'] = $_SERVER['PHP_SELF'] = $path;
$_SERVER['SCRIPT_FILENAME'] = $file;
chdir(dirname($file));
require $file;
