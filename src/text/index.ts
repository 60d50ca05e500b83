export * from './count.js';
export {TextCounter} from './text-counter.js';
