export {countUnits, normalizeText, type CountOptions, type CountUnit, type Newline} from './count.js';
export {TextCounter} from './text-counter.js';
export {countCharacters} from './units.js';
