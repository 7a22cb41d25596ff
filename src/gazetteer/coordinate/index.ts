/** Coordinates as they are written, as degrees: "35°01′57″N 43°38′47″E", "36.21° N, 37.15° E", "35.0325, 43.6463", "38S MB 4406 8845". */
import { mgrs } from './mgrs.ts';
import type { Position } from './utm.ts';

export type { Position } from './utm.ts';

const NUMBER = /\d{1,3}(?:\.\d{1,8})?/g;
const SIGNED = /^(-?\d{1,2}\.\d{1,8})[,;]\s{0,2}(-?\d{1,3}\.\d{1,8})$/;
/** Six digits behind the point are a tenth of a metre. */
const round = (degrees: number): number => Math.round(degrees * 1e6) / 1e6;

/** @returns degrees, WGS 84, to six decimals; undefined for what is no position on the globe. */
export function positionOf(written: string): Position | undefined {
  const signed = SIGNED.exec(written);
  const found = signed
    ? { latitude: Number(signed[1]), longitude: Number(signed[2]) }
    : (hemispheres(written) ?? mgrs(written));
  if (!found || Math.abs(found.latitude) > 90 || Math.abs(found.longitude) > 180) return undefined;
  return { latitude: round(found.latitude), longitude: round(found.longitude) };
}

/** Degrees, minutes and seconds as far as given, each half closed by the letter of its hemisphere. */
function hemispheres(written: string): Position | undefined {
  const north = written.search(/[NS]/);
  const east = written.search(/[EW]/);
  if (north < 0 || east < north || !written.includes('°') === !written.includes('º')) return undefined;
  const latitude = degrees(written.slice(0, north));
  const longitude = degrees(written.slice(north + 1, east));
  if (latitude === undefined || longitude === undefined) return undefined;
  return {
    latitude: written[north] === 'S' ? -latitude : latitude,
    longitude: written[east] === 'W' ? -longitude : longitude,
  };
}
function degrees(half: string): number | undefined {
  const [whole, minutes = 0, seconds = 0] = (half.match(NUMBER) ?? []).map(Number);
  return whole === undefined || minutes >= 60 || seconds >= 60 ? undefined : whole + minutes / 60 + seconds / 3600;
}
