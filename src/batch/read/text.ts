/** Bytes as text. */
import type { BatchError } from '../record.ts';

export const unreadable = (message: string): BatchError => ({ reason: 'unreadable', message });
export const tooLong = (characters: number): BatchError => ({
  reason: 'length',
  message: `longer than ${characters} characters`,
});

/** Bytes of a text with so many characters, at most: what is longer is not even read. */
export const bytesFor = (characters: number): number => characters * 4;

/** A strict reader of one encoding, without the byte order mark. @returns nothing where the bytes are not in it */
export function decoder(encoding = 'utf-8'): (bytes: Uint8Array) => string | undefined {
  const strict = new TextDecoder(encoding, { fatal: true });
  return (bytes) => {
    try {
      return strict.decode(bytes);
    } catch {
      return undefined;
    }
  };
}

const CHARSET = /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{1,40})/i;

/** A page's encoding: its byte order mark's, the one that it names near its start, or UTF-8. */
export function charsetOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  const named = CHARSET.exec(Buffer.from(bytes.subarray(0, 2048)).toString('latin1'))?.[1] ?? 'utf-8';
  try {
    const { encoding } = new TextDecoder(named);
    // a page that could be read so far isn't UTF-16 (HTML standard, "prescan a byte stream")
    return encoding.startsWith('utf-16') ? 'utf-8' : encoding;
  } catch {
    return 'utf-8';
  }
}

/** A page as browsers read it: what is broken becomes "�". */
export const pageText = (bytes: Uint8Array, encoding?: string): string =>
  new TextDecoder(encoding ?? charsetOf(bytes)).decode(bytes);
