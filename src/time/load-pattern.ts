import type {PatternWriter} from './write.js';

/** The writer of rare date tokens, which most pages never need. The build for script tags has none; see its config. */
export const loadPatternWriter = (): Promise<PatternWriter> =>
  import('./pattern.js').then((part) => part.writePattern);
