/** Whether the bytes at `offset` are these; a text stands for its Latin-1 codes. */
export function startsWith(bytes: Uint8Array, expected: string | readonly number[], offset = 0): boolean {
  const codes = typeof expected === 'string' ? Array.from(expected, (letter) => letter.charCodeAt(0)) : expected;
  return codes.every((code, index) => bytes[offset + index] === code);
}

export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

export function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}
