/** Readers of GeoNames' own files: the dump of towns and the tables of divisions (https://download.geonames.org/export/dump/). */

export interface GeonamesTown {
  readonly id: number;
  readonly name: string;
  readonly others: readonly string[];
  readonly latitude: number;
  readonly longitude: number;
  readonly feature: string;
  readonly country: string;
  readonly admin1: string;
  readonly admin2: string;
  readonly population: number;
}

/** A dump such as `cities1000.txt`: nineteen columns, tab-separated, no header. Broken lines are left out. */
export function readTowns(dump: string): GeonamesTown[] {
  const towns: GeonamesTown[] = [];
  for (const line of dump.split('\n')) {
    const f = line.split('\t');
    if (f.length < 15) continue;
    towns.push({
      id: Number(f[0]),
      name: f[1],
      others: [f[2], ...f[3].split(',')].filter(Boolean),
      latitude: Number(f[4]),
      longitude: Number(f[5]),
      feature: f[7],
      country: f[8],
      admin1: f[10],
      admin2: f[11],
      population: Number(f[14]),
    });
  }
  return towns;
}

export interface GeonamesDivision {
  /** "IQ.01", "US.TX.201". */
  readonly code: string;
  readonly name: string;
  readonly id: number;
}
/** `admin1CodesASCII.txt` or `admin2Codes.txt`: code, name, name in ASCII, id. */
export const readDivisions = (table: string): GeonamesDivision[] =>
  table
    .split('\n')
    .map((line) => line.split('\t'))
    .filter((f) => f.length >= 4)
    .map(([code, name, , id]) => ({ code, name, id: Number(id) }));
