/**
 * The Military Grid Reference System (NGA.STND.0037, "Universal Grids and Grid Reference Systems"): a reference is a zone,
 * a band, a square of 100 km and digits inside it. Polar grids (A, B, Y, Z) are not read. (The library `mgrs` does as much, but
 * Node and bundlers see other exports of it.)
 */
import { type Position, utm } from './utm.ts';

const BANDS = 'CDEFGHJKLMNPQRSTUVWX';
const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ';
const SQUARE = 100_000;
/** Letters of rows come round again after 2,000 km. */
const CYCLE = 2_000_000;
const REFERENCE = /^(\d{1,2})([C-HJ-NP-X])([A-HJ-NP-Z])([A-HJ-NP-V])(\d{0,10})$/;

/** The middle of the square that a reference names ("38S MB 4406 8845"); undefined for none. */
export function mgrs(reference: string): Position | undefined {
  const parts = REFERENCE.exec(reference.replace(/\s/g, ''));
  if (!parts) return undefined;
  const [, zoneDigits, band, columnLetter, rowLetter, digits] = parts;
  const zone = Number(zoneDigits);
  if (zone < 1 || zone > 60 || digits.length % 2) return undefined;
  // columns go A to H, J to R, S to Z by turns of three zones; rows start at A in odd zones, at F in even ones
  const column = LETTERS.indexOf(columnLetter) - ((zone - 1) % 3) * 8;
  if (column < 0 || column > 7) return undefined;
  const row = (LETTERS.indexOf(rowLetter) - (zone % 2 ? 0 : 5) + 20) % 20;
  const half = digits.length / 2;
  const unit = SQUARE / 10 ** half;
  const easting = (column + 1) * SQUARE + (Number(digits.slice(0, half)) + 0.5) * unit;
  let northing = row * SQUARE + (Number(digits.slice(half)) + 0.5) * unit;
  const south = band < 'N';
  const least = bandNorthing(BANDS.indexOf(band), south);
  while (northing < least - SQUARE) northing += CYCLE;
  return utm(zone, easting, northing, south);
}

/** Where a band begins, in metres from the equator (from 10,000 km south of it for the southern half): near enough to tell cycles apart. */
const bandNorthing = (band: number, south: boolean): number => (-80 + 8 * band) * 110_574 + (south ? 10_000_000 : 0);
