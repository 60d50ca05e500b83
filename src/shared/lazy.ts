/** What only some pages need, and not at once: loaded at the first wish for it, then at hand. */
export class Lazy<T> {
  /** The part, once it is there. */
  value?: T;

  #load: () => Promise<T>;
  #loading?: Promise<void>;

  constructor(load: () => Promise<T>) {
    this.#load = load;
  }

  /** Loads the part and then calls `ready`, or `failed`. When the connection fails, the next wish tries again. */
  want(ready: () => void, failed?: () => void): Promise<void> {
    this.#loading ??= this.#load().then(
      (value) => {
        this.value = value;
      },
      () => {
        this.#loading = undefined;
      },
    );
    return this.#loading.then(() => (this.value === undefined ? failed?.() : ready()));
  }
}
