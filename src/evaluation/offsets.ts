/** Between UTF-16 offsets, which this library counts in, and code points, which brat does. */

const SURROGATE = /[\ud800-\udfff]/;

/** For each code point its UTF-16 offset, and the text's length at the end; undefined where both are the same. */
function starts(text: string): Uint32Array | undefined {
  if (!SURROGATE.test(text)) return undefined;
  const offsets: number[] = [];
  let at = 0;
  for (const character of text) {
    offsets.push(at);
    at += character.length;
  }
  return Uint32Array.from([...offsets, at]);
}

/** @returns from a code point's number to its UTF-16 offset; NaN outside of the text */
export function toUtf16(text: string): (codePoint: number) => number {
  const offsets = starts(text);
  const length = offsets ? offsets.length - 1 : text.length;
  return (point) => (point < 0 || point > length ? Number.NaN : offsets ? offsets[point] : point);
}

/** @returns from a UTF-16 offset to the code point's number */
export function toCodePoints(text: string): (offset: number) => number {
  const offsets = starts(text);
  if (!offsets) return (offset) => offset;
  const points = new Uint32Array(text.length + 1);
  for (const [point, offset] of offsets.entries()) points[offset] = point;
  // Inside of a pair: its first half's code point.
  for (let i = 1; i < points.length; i++) if (points[i] === 0) points[i] = points[i - 1];
  return (offset) => points[offset];
}
