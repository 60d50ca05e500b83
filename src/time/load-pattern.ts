import type {PatternWriter} from './write.js';

/** The writer of rare date tokens, which most pages never need; offline the preset is shown instead. */
export const loadPatternWriter = (): Promise<PatternWriter> =>
  import('./pattern.js').then(
    (part) => part.writePattern,
    () => () => {
      throw new RangeError('the file for its tokens did not load');
    },
  );
