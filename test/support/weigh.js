import {readFileSync} from 'node:fs';
import {brotliCompressSync, constants} from 'node:zlib';

/** The size of a file as a good server sends it, in bytes after brotli -11. */
export function weigh(file) {
  const options = {params: {[constants.BROTLI_PARAM_QUALITY]: 11}};
  return brotliCompressSync(readFileSync(file), options).length;
}
