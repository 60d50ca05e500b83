// Imports one module, in a realm of its own.
import {workerData} from 'node:worker_threads';

await import('lit'); // Lit itself puts a registry of elements in Node's globals
const before = Object.getOwnPropertyNames(globalThis).sort().join();
await import(workerData);
if (Object.getOwnPropertyNames(globalThis).sort().join() !== before) throw new Error('a global was changed');
