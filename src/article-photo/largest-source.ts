/** The address of the largest version of a picture, among those that the browser chose from. */
export function largestSource(picture: HTMLImageElement): string {
  // Other sources may be another crop, or a format that this browser cannot show. Of a picture that was not asked for
  // yet none is chosen: then its own `srcset` will do.
  const link = document.createElement('a'); // reads any address without throwing
  const isChosen = ({srcset}: HTMLSourceElement): boolean =>
    readSrcset(srcset).some(({url}) => Object.assign(link, {href: url}).href === picture.currentSrc);
  const chosen = [...picture.parentNode!.querySelectorAll('source')].find(isChosen) ?? picture;
  const [largest] = readSrcset(chosen.srcset).sort((a, b) => b.size - a.size);
  return largest?.url ?? picture.src;
}

/** The candidates of a `srcset`, with their width or density. A comma ends an address only at its end. */
export function readSrcset(srcset: string): {url: string; size: number}[] {
  const candidate = /([^\s,](?:\S*[^\s,])?)(?:\s+([\d.]+)[wx][^,]*)?/g;
  return [...srcset.matchAll(candidate)].map(([, url, size]) => ({url: url!, size: Number(size ?? 1)}));
}
