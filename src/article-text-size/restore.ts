/*
 * A classic script for the `<head>`: it hands the remembered size to article-widgets.css before the first paint, which
 * holds to it until `<article-text-size>` is registered.
 */
try {
  const scale = localStorage[document.currentScript!.dataset['key'] || 'article-text-size'];
  if (scale >= 0.5 && scale <= 4)
    document.documentElement.style.setProperty('--article-text-restored', scale);
} catch {
  // Storage is blocked: nothing is remembered.
}
