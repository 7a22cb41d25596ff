/**
 * Weights in few bytes: rounded to multiples of a unit, what rounds to zero left out, the rest as sparse rows in four
 * streams (gaps between buckets, entries of each, classes, weights), as like numbers side by side compress best.
 */
import { ByteReader, ByteWriter } from './bytes.ts';
import { LinearModel } from './model.ts';
import type { Weights } from './trainer.ts';

const MILLIONTH = 1e6;

/** @param unit what weights are rounded to multiples of; one takes one byte up to ± 63 units, two above. */
export function packWeights({ bits, classes, values }: Weights, { unit }: { readonly unit: number }): Uint8Array {
  const head = new ByteWriter();
  const streams = {
    gaps: new ByteWriter(),
    counts: new ByteWriter(),
    classes: new ByteWriter(),
    weights: new ByteWriter(),
  };
  let previous = -1;
  let rows = 0;
  let entries = 0;
  for (let bucket = 0; bucket < 2 ** bits; bucket++) {
    let count = 0;
    for (let c = 0; c < classes; c++) {
      const weight = Math.max(-32767, Math.min(32767, Math.round(values[bucket * classes + c] / unit)));
      if (!weight) continue;
      count++;
      streams.classes.byte(c);
      streams.weights.signed(weight);
    }
    if (!count) continue;
    streams.gaps.unsigned(bucket - previous - 1);
    streams.counts.byte(count);
    previous = bucket;
    rows++;
    entries += count;
  }
  for (const n of [bits, classes, Math.round(unit * MILLIONTH), rows, entries]) head.unsigned(n);
  for (const stream of Object.values(streams)) head.unsigned(stream.length);
  for (const stream of Object.values(streams)) head.append(stream.done());
  return head.done();
}

/** @throws RangeError when the bytes are not what `packWeights` writes. */
export function unpackWeights(bytes: Uint8Array): LinearModel {
  const head = new ByteReader(bytes);
  const [bits, classes, unit, filled, size] = Array.from({ length: 5 }, () => head.unsigned());
  const lengths = Array.from({ length: 4 }, () => head.unsigned());
  let at = head.at;
  const [gaps, counts, kinds, weights] = lengths.map((length) => {
    at += length;
    return new ByteReader(bytes.subarray(at - length, at));
  });
  if (at !== bytes.length || bits > 26 || size !== lengths[2] || filled !== lengths[1])
    throw new RangeError(`packed weights of ${bytes.length} bytes say that they have ${at}`);
  const rows = new Uint32Array(2 ** bits + 1);
  const entries = new Int32Array(size);
  let bucket = -1;
  let e = 0;
  for (let r = 0; r < filled; r++) {
    const next = bucket + 1 + gaps.unsigned();
    if (next >= 2 ** bits) throw new RangeError('a packed weight lies outside of its table');
    for (let b = bucket + 1; b <= next; b++) rows[b] = e;
    bucket = next;
    for (const end = e + counts.bytes[r]; e < end; e++) entries[e] = (weights.signed() << 8) | kinds.bytes[e];
  }
  rows.fill(e, bucket + 1);
  return new LinearModel(bits, classes, unit / MILLIONTH, rows, entries);
}
