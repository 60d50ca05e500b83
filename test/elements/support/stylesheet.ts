/** The stylesheet that the README asks pages to load. */
export async function loadStylesheet(): Promise<void> {
  const link = Object.assign(document.createElement('link'), {
    rel: 'stylesheet',
    href: '/src/article-widgets.css',
  });
  const loaded = new Promise((resolve) => link.addEventListener('load', resolve));
  document.head.append(link);
  await loaded;
}
