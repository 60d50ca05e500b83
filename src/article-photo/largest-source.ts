/** The address of the largest version of a picture, among those that the browser chose from. */
export function largestSource(picture: HTMLImageElement): string {
  const sources = picture.closest('picture')?.querySelectorAll('source') ?? [];
  // Other sources may be another crop, or a format that this browser cannot show.
  const chosen = [...sources].find(({srcset}) =>
    readSrcset(srcset).some(({url}) => absolute(url) === picture.currentSrc),
  );
  const [largest] = readSrcset((chosen ?? picture).srcset).sort((a, b) => b.size - a.size);
  return largest?.url ?? (picture.currentSrc || picture.src);
}

/** The candidates of a `srcset`, with their width or density. A comma ends an address only at its end. */
export function readSrcset(srcset: string): {url: string; size: number}[] {
  const candidate = /([^\s,](?:\S*[^\s,])?)(?:\s+([\d.]+)[wx][^,]*)?/g;
  return [...srcset.matchAll(candidate)].map(([, url, size]) => ({url: url!, size: Number(size ?? 1)}));
}

function absolute(url: string): string {
  const link = document.createElement('a'); // unlike `new URL`, never throws
  link.href = url;
  return link.href;
}
