/** What the page calls itself: the path of its canonical address, else its own. */
export function pageArticle(): string {
  const canonical = document.querySelector<HTMLLinkElement>('link[rel="canonical"]');
  const link = document.createElement('a'); // reads any address without throwing
  link.href = canonical?.href ?? '';
  return (canonical && link.pathname) || location.pathname;
}
