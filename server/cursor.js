const stamp = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const rowId = /^[1-9]\d{0,14}$/;

/**
 * The place after one comment in one article's list. It names a comment, not a number of rows to skip,
 * so comments that arrive meanwhile shift nothing.
 */
export function encodeCursor({article, order, createdAt, id}) {
  return Buffer.from(JSON.stringify([createdAt, id, order, article])).toString('base64url');
}

/** Reads a cursor back, or returns undefined when it was not made for this article and order. */
export function decodeCursor(cursor, {article, order}) {
  let parts;
  try {
    parts = JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return undefined;
  }
  if (!Array.isArray(parts)) return undefined;
  const [createdAt, id] = parts;
  const usable = stamp.test(createdAt) && rowId.test(id);
  // Writing it again and comparing also refuses what base64url decoding forgives.
  return usable && encodeCursor({article, order, createdAt, id}) === cursor ? {createdAt, id} : undefined;
}
