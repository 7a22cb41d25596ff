/**
 * The MISC column of CoNLL-U: white space by `SpaceAfter` and `SpacesAfter`
 * (https://universaldependencies.org/misc.html), mentions by CorefUD's `Entity` (https://ufal.mff.cuni.cz/corefud).
 */

const WRITTEN: Readonly<Record<string, string>> = {
  ' ': '\\s',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\\': '\\\\',
  '|': '\\p',
  '\u00a0': '\\u00A0',
};
const READ: Readonly<Record<string, string>> = { s: ' ', n: '\n', r: '\r', t: '\t', p: '|', '\\': '\\' };

/** Any character may stand between words; those that the format needs, and white space, are escaped. */
export const escapeSpaces = (spaces: string): string =>
  spaces.replace(/[\s\\|]/gu, (c) => WRITTEN[c] ?? `\\u${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`);
export const readSpaces = (escaped: string): string =>
  escaped.replace(/\\(?:u([0-9A-Fa-f]{4})|(.))/g, (whole, code, letter) =>
    code ? String.fromCharCode(Number.parseInt(code, 16)) : (READ[letter] ?? whole),
  );

/** A word's attributes, "A=b|C=d"; "_" for none. */
export function miscOf(column: string): Map<string, string> {
  if (column === '_' || column === undefined) return new Map();
  return new Map(
    column.split('|').map((pair) => {
      const at = pair.indexOf('=');
      return at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)];
    }),
  );
}

/** What `Entity` separates its fields and brackets with is written in hexadecimal. */
export const escapeField = (value: string): string =>
  value.replace(/[-()|%,[\]\s]/g, (c) =>
    encodeURIComponent(c).replace(/[-()]/g, (d) => `%${d.charCodeAt(0).toString(16).toUpperCase()}`),
  );
export const readField = (value: string): string => {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
};

export interface Bracket {
  /** The entity's id. */
  readonly entity: string;
  readonly opens: boolean;
  readonly closes: boolean;
  /** By position, the entity's id first. */
  readonly fields: readonly string[];
}

/** "(e1-place-name(e2-person)" → the brackets in their order. A mention in several parts, "e1[1/2]", counts as several. */
export function bracketsOf(value: string): Bracket[] {
  return [...value.matchAll(/\(([^()]+)(\)?)|([^()]+)\)/g)].map(([, opening, closing, ending]) => {
    const fields = (opening ?? ending).split('-');
    const entity = readField(fields[0].replace(/\[\d+\/\d+\]$/, ''));
    return { entity, opens: opening !== undefined, closes: opening === undefined || closing === ')', fields };
  });
}
