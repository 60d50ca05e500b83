// Control characters that no text of a reader needs, and that a terminal would obey. LF and TAB stay.
// eslint-disable-next-line no-control-regex
const controls = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;
const lineEnds = /\r\n?|\u0085/g;
const invisible = /[\p{White_Space}\p{Default_Ignorable_Code_Point}\u3164]/gu;

/** The text as it is counted and stored: well-formed, NFC, lines ended by LF, without control characters. */
export function cleanText(text) {
  // Half a surrogate pair has no UTF-8 form, and the database driver mismeasures strings that hold one.
  return text.toWellFormed().replace(lineEnds, '\n').replace(controls, '').normalize('NFC');
}

/** The same for what stands on one line, such as a name. */
export function cleanLine(text) {
  return cleanText(text).replace(/\s+/g, ' ').trim();
}

/** Whether a reader would see nothing at all. */
export function isBlank(text) {
  return text.replace(invisible, '') === '';
}
