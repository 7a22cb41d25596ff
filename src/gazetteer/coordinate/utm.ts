/** From a zone of the Universal Transverse Mercator grid to degrees, by Krüger's series (Karney 2011): right to a millimetre. */
export interface Position {
  /** Degrees, WGS 84. */
  readonly latitude: number;
  readonly longitude: number;
}

const SCALE = 0.9996;
const FALSE_EASTING = 500_000;
const FALSE_NORTHING = 10_000_000;
/** WGS 84: the equator's radius and the flattening. */
const EQUATOR = 6_378_137;
const FLATTENING = 1 / 298.257223563;
const N = FLATTENING / (2 - FLATTENING);
const RADIUS = (EQUATOR / (1 + N)) * (1 + N ** 2 / 4 + N ** 4 / 64);
const BETA = [N / 2 - (2 / 3) * N ** 2 + (37 / 96) * N ** 3, N ** 2 / 48 + N ** 3 / 15, (17 / 480) * N ** 3];
const DELTA = [2 * N - (2 / 3) * N ** 2 - 2 * N ** 3, (7 / 3) * N ** 2 - (8 / 5) * N ** 3, (56 / 15) * N ** 3];
const DEGREES = 180 / Math.PI;

export function utm(zone: number, easting: number, northing: number, south: boolean): Position {
  const xi = (northing - (south ? FALSE_NORTHING : 0)) / (SCALE * RADIUS);
  const eta = (easting - FALSE_EASTING) / (SCALE * RADIUS);
  let x = xi;
  let y = eta;
  BETA.forEach((beta, j) => {
    const k = 2 * (j + 1);
    x -= beta * Math.sin(k * xi) * Math.cosh(k * eta);
    y -= beta * Math.cos(k * xi) * Math.sinh(k * eta);
  });
  const chi = Math.asin(Math.sin(x) / Math.cosh(y));
  const latitude = DELTA.reduce((sum, delta, j) => sum + delta * Math.sin(2 * (j + 1) * chi), chi);
  const meridian = zone * 6 - 183;
  return {
    latitude: latitude * DEGREES,
    longitude: meridian + Math.atan2(Math.sinh(y), Math.cos(x)) * DEGREES,
  };
}
