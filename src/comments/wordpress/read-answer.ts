import {fieldsOf, parseJson} from '../border.js';

/** How many brackets of notices are tried for the beginning of the answer. */
const mostTries = 30;

/**
 * What an answer says, in JSON. A broken plugin may have printed notices around it, with brackets of their own;
 * WordPress writes its answer as one line. What stands in a page of HTML is no answer.
 */
export function readAnswer(text: string): unknown {
  const whole = parseJson(text);
  if (whole !== undefined) return whole;
  let tries = 0;
  for (const {index, 1: line = ''} of text.matchAll(/(?=([[{].*))/g)) {
    if (tries++ > mostTries || /<(!doctype|html|script)\b/i.test(text.slice(0, index))) break;
    const value = parseJson(line.slice(0, line.lastIndexOf(line[0] === '[' ? ']' : '}') + 1));
    if (value !== undefined && [value].flat().every(isOfWordPress)) return value;
  }
  return undefined;
}

function isOfWordPress(value: unknown): boolean {
  const {id, code} = fieldsOf(value);
  return Boolean(id ?? code);
}
