/**
 * Registers a tag once.
 *
 * A page may load the library twice (a theme and a plugin): the same class again is silent, another class under the
 * tag is reported and left alone, because a registered tag cannot be taken back. On a server there is no registry.
 */
export function define(tag: string, element: CustomElementConstructor): void {
  const registry = globalThis.customElements;
  if (!registry) return;
  const known = registry.get(tag);
  if (!known) registry.define(tag, element);
  else if (known !== element) {
    console.warn(`[article-widgets] <${tag}> is another script's already, and stays so.`);
  }
}
