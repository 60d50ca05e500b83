/** The address of the largest version of a picture, among those that the browser chose from. */
export function largestSource(picture: HTMLImageElement): string {
  // Other sources may be another crop, or a format that this browser cannot show. Compared by the name of the file,
  // because a `srcset` may be relative.
  const file = picture.currentSrc.replace(/^https?:.*\//, '');
  const sources = [...picture.parentNode!.querySelectorAll('source')];
  const chosen = sources.find(({srcset}) => srcset.includes(file)) ?? picture;
  const [largest] = readSrcset(chosen.srcset).sort((a, b) => b.size - a.size);
  return largest?.url ?? picture.src;
}

/** The candidates of a `srcset`, with their width or density. A comma ends an address only at its end. */
export function readSrcset(srcset: string): {url: string; size: number}[] {
  const candidate = /([^\s,](?:\S*[^\s,])?)(?:\s+([\d.]+)[wx][^,]*)?/g;
  return [...srcset.matchAll(candidate)].map(([, url, size]) => ({url: url!, size: Number(size ?? 1)}));
}
