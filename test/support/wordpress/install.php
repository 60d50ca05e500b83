<?php
/* Installs WordPress in WORDPRESS_SITE, with one post and one reader, from the command line. */
define('WP_INSTALLING', true);
$_SERVER += ['HTTP_HOST' => parse_url(getenv('WORDPRESS_URL'), PHP_URL_HOST) . ':' . parse_url(getenv('WORDPRESS_URL'), PHP_URL_PORT),
    'REQUEST_METHOD' => 'GET', 'SERVER_PROTOCOL' => 'HTTP/1.1', 'REMOTE_ADDR' => '127.0.0.1'];
$_SERVER['REQUEST_URI'] = $_SERVER['PHP_SELF'] = '/';
$site = getenv('WORDPRESS_SITE');
require "$site/wp-load.php";
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
require_once ABSPATH . 'wp-content/plugins/sqlite-database-integration/wp-includes/sqlite/install-functions.php';
add_filter('pre_wp_mail', '__return_false');
wp_install('Báo Cái Sậy', 'admin', 'admin@example.test', true, '', 'password');

$options = ['timezone_string' => 'Asia/Ho_Chi_Minh', 'default_comment_status' => 'open', 'comment_moderation' => 0,
    'comment_previously_approved' => 0, 'require_name_email' => 1, 'thread_comments' => 1, 'thread_comments_depth' => 5,
    'comments_notify' => 0, 'moderation_notify' => 0, 'close_comments_for_old_posts' => 0, 'comment_max_links' => 2,
    'page_comments' => 1, 'comments_per_page' => 20];
foreach ($options as $name => $value) {
    update_option($name, $value);
}
switch_theme(getenv('WORDPRESS_THEME'));
wp_delete_post(1, true);
wp_insert_post(['post_type' => 'post', 'post_status' => 'publish', 'post_title' => 'Mùa gặt về', 'post_name' => 'mua-gat-ve',
    'post_content' => '<!-- wp:paragraph --><p>Lúa chín vàng hai bờ Cái Sậy.</p><!-- /wp:paragraph -->', 'post_author' => 1,
    'comment_status' => 'open', 'post_date' => '2024-03-29 11:12:24', 'post_date_gmt' => '2024-03-29 04:12:24']);
// One that many have written about; each tenth answers the one fifty-five before it.
$long = wp_insert_post(['post_type' => 'post', 'post_status' => 'publish', 'post_title' => 'Ba nghìn ý kiến', 'post_name' => 'ba-nghin-y-kien',
    'post_content' => '<!-- wp:paragraph --><p>Dài.</p><!-- /wp:paragraph -->', 'post_author' => 1,
    'comment_status' => 'open', 'post_date' => '2024-03-30 11:12:24', 'post_date_gmt' => '2024-03-30 04:12:24']);
global $wpdb;
$wpdb->query('START TRANSACTION');
for ($n = 1, $ids = []; $n <= 3000; $n++) {
    $date = gmdate('Y-m-d H:i:s', strtotime('2024-04-01 00:00:00 UTC') + 60 * $n);
    $wpdb->insert($wpdb->comments, ['comment_post_ID' => $long, 'comment_author' => "Độc giả $n", 'comment_content' => "Ý kiến $n",
        'comment_date' => $date, 'comment_date_gmt' => $date, 'comment_approved' => '1', 'comment_type' => 'comment',
        'comment_parent' => $n % 10 ? 0 : $ids[$n - 55] ?? 0]);
    $ids[$n] = $wpdb->insert_id;
}
$wpdb->query('COMMIT');
wp_update_comment_count_now($long);
wp_insert_user(['user_login' => 'docgia', 'user_pass' => 'docgia-pass', 'user_email' => 'docgia@example.test',
    'display_name' => 'Độc Giả', 'role' => 'subscriber']);
global $wp_rewrite;
$wp_rewrite->set_permalink_structure('/%year%/%monthnum%/%postname%/');
$wp_rewrite->flush_rules(false);
