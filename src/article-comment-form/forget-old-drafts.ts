import {draftPrefix, readDrafts} from '../comments/drafts.js';
import {recall, remember} from '../shared/storage.js';

/** Forgets the drafts of articles that nobody has come back to for a month. */
export function forgetOldDrafts(): void {
  let keys: string[] = [];
  try {
    keys = Object.keys(localStorage);
  } catch {
    // blocked: then there are none
  }
  for (const key of keys)
    if (key.startsWith(draftPrefix) && !readDrafts(recall(key)).length) remember(key, null);
}
