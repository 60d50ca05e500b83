<?php
/*
 * Plugin Name: Article Widgets in tests
 * Puts the comments where a theme prints a post, as the README shows it, and lets a test switch what a site sets once.
 */
$asked = fn($name) => $_SERVER['HTTP_X_TEST_' . $name] ?? '';

add_filter('the_content', function ($content) use ($asked) {
    if (!is_singular('post')) {
        return $content;
    }
    $nonce = is_user_logged_in() ? ($asked('NONCE') ?: wp_create_nonce('wp_rest')) : '';
    return $content . sprintf(
        '<article-comments id="widget" source="wordpress" src="%s" article="%d" page-size="%d" loading="eager"%s%s></article-comments>',
        esc_attr(wp_make_link_relative(rest_url())),
        get_the_ID(),
        $asked('PAGE_SIZE') ?: 20,
        comments_open() ? '' : ' closed',
        $nonce ? sprintf(' nonce="%s" user-name="%s"', $nonce, esc_attr(wp_get_current_user()->display_name)) : ''
    );
}, 20);
add_filter('render_block_core/comments', '__return_empty_string');
add_filter('comments_template', fn() => __FILE__ . '.none');
add_action('wp_head', function () {
    echo '<script type="module" src="/dist/cdn/article-widgets.js"></script>';
});
// As an editor closes them, for every way on which it is asked.
add_action('init', function () use ($asked) {
    global $wpdb;
    $wpdb->update($wpdb->posts, ['comment_status' => $asked('COMMENTS') === 'closed' ? 'closed' : 'open'], ['post_type' => 'post']);
});
add_filter('rest_allow_anonymous_comments', fn() => $asked('ANONYMOUS') !== 'off', 99);
add_filter('pre_option_comment_registration', fn($value) => $asked('REGISTRATION') === 'on' ? 1 : $value);
add_filter('pre_comment_approved', fn($approved) => $asked('SPAM') === 'on' ? 'spam' : $approved, 99);
add_filter('comment_flood_filter', fn() => $asked('FLOOD') === 'on', 200);
// A broken plugin on a server that does not buffer: what is printed first takes the headers with it.
add_action('rest_api_init', function () use ($asked) {
    if ($asked('NOTICE') === 'on') {
        echo "[27-Nov-2026 10:00:00 UTC] PHP Notice:  Undefined array key \"x\" in <b>x.php</b> on line <b>3</b>";
        while (ob_get_level()) {
            ob_end_flush();
        }
        flush();
    }
}, 0);
