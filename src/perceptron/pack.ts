/**
 * Weights in few bytes: rounded to multiples of a unit, what rounds to zero left out, the rest as sparse rows in four
 * streams (gaps between buckets, entries of each, classes, weights), as like numbers side by side compress best.
 * With eight classes or fewer the second stream has a bit for each class, and the third is empty.
 */
import { ByteReader, ByteWriter, unzigzag } from './bytes.ts';
import { type LinearModel, linearModel, type WeightRows } from './model.ts';
import { type GroupedModel, RowModel } from './rowModel.ts';
import type { Weights } from './trainer.ts';

const MILLIONTH = 1e6;
const MASKED = 8;

export interface PackOptions {
  /**
   * What weights are rounded to multiples of; one takes one byte up to ± 63 units, two above. A weight of more than 127
   * units counts as 127.
   */
  readonly unit: number;
  /** Features whose weights are all nearer to zero than this are left out. @default 0 */
  readonly least?: number;
  /**
   * The greatest weight in units, up to which greater ones are cut: models of many classes are summed fastest when none is more
   * than `NARROW`. @default 32767
   */
  readonly most?: number;
}

export function packWeights(
  { bits, classes, values }: Weights,
  { unit, least = 0, most = 32767 }: PackOptions,
): Uint8Array {
  const head = new ByteWriter();
  const gaps = new ByteWriter();
  const counts = new ByteWriter();
  const kinds = new ByteWriter();
  const weights = new ByteWriter();
  let previous = -1;
  let rows = 0;
  let entries = 0;
  for (let bucket = 0; bucket < 2 ** bits; bucket++) {
    const row = values.subarray(bucket * classes, (bucket + 1) * classes);
    if (!row.some((value) => Math.abs(value) >= least && Math.round(value / unit) !== 0)) continue;
    let count = 0;
    let mask = 0;
    for (let c = 0; c < classes; c++) {
      const weight = Math.max(-most, Math.min(most, Math.round(row[c] / unit)));
      if (!weight) continue;
      count++;
      mask |= 1 << c;
      if (classes > MASKED) kinds.byte(c);
      weights.signed(weight);
    }
    counts.byte(classes > MASKED ? count : mask);
    gaps.unsigned(bucket - previous - 1);
    previous = bucket;
    rows++;
    entries += count;
  }
  for (const n of [bits, classes, Math.round(unit * MILLIONTH), rows, entries]) head.unsigned(n);
  for (const stream of [gaps, counts, kinds, weights]) head.unsigned(stream.length);
  for (const stream of [gaps, counts, kinds, weights]) head.append(stream.done());
  return head.done();
}

/** @throws RangeError when the bytes are not what `packWeights` writes. */
export const unpackWeights = (bytes: Uint8Array): LinearModel => linearModel(rowsOf(bytes));

/** A model whose classes are summed in groups. @param classOf the class in the model of each class in the file, where they differ */
export const unpackGroups = (bytes: Uint8Array, classOf?: ArrayLike<number>): GroupedModel =>
  new RowModel(rowsOf(bytes), classOf);

/**
 * A model whose classes compete in parts only, as a model for each part: classes `first` to `last` (exclusive). Most features
 * tell of one part, so that its rows are short and few.
 */
export function unpackParts(
  bytes: Uint8Array,
  parts: readonly { readonly first: number; readonly last: number }[],
): LinearModel[] {
  const { bits, classes, unit, buckets, rows, entries, most } = rowsOf(bytes);
  const partOf = new Int8Array(classes).fill(-1);
  for (let p = 0; p < parts.length; p++) partOf.fill(p, parts[p].first, parts[p].last);
  const own = parts.map(() => ({ buckets: [] as number[], rows: [] as number[], entries: [] as number[] }));
  for (let row = 0; row < buckets.length; row++)
    for (let e = rows[row]; e < rows[row + 1]; e++) {
      const p = partOf[entries[e] & 255];
      if (p < 0) continue;
      const part = own[p];
      if (part.buckets[part.buckets.length - 1] !== buckets[row]) {
        part.buckets.push(buckets[row]);
        part.rows.push(part.entries.length);
      }
      part.entries.push(entries[e] - parts[p].first);
    }
  return own.map(
    (part, p) =>
      new RowModel({
        bits,
        classes: parts[p].last - parts[p].first,
        unit,
        buckets: Uint32Array.from(part.buckets),
        rows: Uint32Array.from([...part.rows, part.entries.length]),
        entries: Int32Array.from(part.entries),
        most,
      }),
  );
}

function rowsOf(bytes: Uint8Array): WeightRows {
  const head = new ByteReader(bytes);
  const [bits, classes, unit, filled, size] = Array.from({ length: 5 }, () => head.unsigned());
  const lengths = Array.from({ length: 4 }, () => head.unsigned());
  let at = head.at;
  const [gaps, counts, kinds, weights] = lengths.map((length) => {
    at += length;
    return bytes.subarray(at - length, at);
  });
  const masked = !kinds.length;
  if (at !== bytes.length || bits > 26 || filled !== lengths[1] || (!masked && size !== lengths[2]))
    throw new RangeError(`packed weights of ${bytes.length} bytes say that they have ${at}`);
  const buckets = new ByteReader(gaps).many(filled);
  const rows = new Uint32Array(filled + 1);
  const values = new ByteReader(weights).many(size);
  const entries = new Int32Array(size);
  let most = 0;
  let bucket = -1;
  let e = 0;
  for (let r = 0; r < filled; r++) {
    bucket += 1 + buckets[r];
    buckets[r] = bucket;
    const count = counts[r];
    if (masked) {
      for (let c = 0; c < MASKED; c++) {
        if (!((count >> c) & 1)) continue;
        const value = values[e];
        if (value > most) most = value;
        entries[e] = (unzigzag(value) << 8) | c;
        e++;
      }
    } else
      for (const end = e + count; e < end; e++) {
        const value = values[e];
        if (value > most) most = value;
        entries[e] = (unzigzag(value) << 8) | kinds[e];
      }
    rows[r + 1] = e;
  }
  if (bucket >= 2 ** bits || e !== size) throw new RangeError('a packed weight lies outside of its table');
  return { bits, classes, unit: unit / MILLIONTH, buckets, rows, entries, most: Math.abs(unzigzag(most)) };
}
