/**
 * The place after one comment in one article's list. It names a comment's place, not a number of rows to skip,
 * so comments that arrive meanwhile shift nothing.
 */
export function encodeCursor({article, order, position}) {
  return Buffer.from(JSON.stringify([position, order, article])).toString('base64url');
}

/** Reads the position back, or returns undefined when the cursor was not made for this article and order. */
export function decodeCursor(cursor, {article, order}) {
  let parts;
  try {
    parts = JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return undefined;
  }
  const position = Array.isArray(parts) ? parts[0] : undefined;
  if (!Number.isSafeInteger(position) || position < 1 || position > 2 ** 31 - 1) return undefined;
  // Writing it again and comparing also refuses what base64url decoding forgives.
  return encodeCursor({article, order, position}) === cursor ? position : undefined;
}
