const mostBytes = 2_000_000;

/** Reads while counting: a body of 10 MB is refused before it fills the memory. */
export async function readBody({body}: Response): Promise<string> {
  const reader = body?.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  while (reader) {
    const {done, value} = await reader.read();
    if (done) break;
    size += value.length;
    if (size > mostBytes) {
      void reader.cancel();
      throw new RangeError('body too large');
    }
    text += decoder.decode(value, {stream: true});
  }
  return text + decoder.decode();
}
