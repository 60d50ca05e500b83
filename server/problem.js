import {STATUS_CODES} from 'node:http';

const ownType = 'urn:article-widgets:problem:';

/**
 * An error that is answered as it stands (RFC 9457).
 * Without a `name` the type is `about:blank`: the status says it all.
 */
export class Problem extends Error {
  /**
   * @param {number} status
   * @param {{name?: string, title?: string, detail?: string, errors?: {field: string, message: string}[],
   *   max?: number, count?: number, unit?: string}} [about]
   */
  constructor(status, {name, title = STATUS_CODES[status], ...members} = {}) {
    super(members.detail ?? title);
    this.status = status;
    this.body = {type: name ? ownType + name : 'about:blank', title, status, ...members};
  }
}

/** Turns whatever was thrown into a problem that may be shown to the caller. */
export function toProblem(error) {
  if (error instanceof Problem) return error;
  const status = error.statusCode ?? 500;
  // The words of an unexpected failure are for the log, not for the caller.
  return status < 500 ? new Problem(status, {detail: error.message}) : new Problem(500);
}

/** Sends the problem document; headers that were set before, such as Retry-After, stay. */
export function sendProblem(reply, problem) {
  return reply
    .code(problem.status)
    .header('Cache-Control', 'no-store')
    .type('application/problem+json')
    .send(JSON.stringify(problem.body));
}
