import {STATUS_CODES} from 'node:http';
import {statusOfFailure} from './database.js';

const ownType = 'urn:article-widgets:problem:';
const secondsToRecover = 5;

/**
 * An error that is answered as it stands (RFC 9457).
 * Without a `name` the type is `about:blank`: the status says it all.
 */
export class Problem extends Error {
  /**
   * @param {number} status
   * @param {{name?: string, title?: string, detail?: string, errors?: {field: string, message: string}[],
   *   max?: number, count?: number, unit?: string, database?: string}} [about]
   */
  constructor(status, {name, title = STATUS_CODES[status], ...members} = {}) {
    super(members.detail ?? title);
    this.statusCode = status;
    this.body = {type: name ? ownType + name : 'about:blank', title, status, ...members};
  }
}

/** Turns whatever was thrown into a problem that may be shown to the caller. */
export function toProblem(error) {
  if (error instanceof Problem) return error;
  const status = error.statusCode ?? statusOfFailure(error);
  // The words of an unexpected failure are for the log, not for the caller.
  return status < 500 ? new Problem(status, {detail: error.message}) : new Problem(status);
}

/** Sends the problem document; headers that were set before, such as Retry-After, stay. */
export function sendProblem(reply, problem) {
  return prepare(reply, problem).type('application/problem+json').send(JSON.stringify(problem.body));
}

/** Sends a page instead of the problem document, to a browser without script. */
export function sendProblemPage(reply, problem, page) {
  return prepare(reply, problem).type('text/html; charset=utf-8').send(page);
}

function prepare(reply, {statusCode}) {
  if (statusCode === 503) reply.header('Retry-After', secondsToRecover);
  return reply.code(statusCode).header('Cache-Control', 'no-store');
}
