/**
 * The model file: a line with magic, format and checksum, a line of JSON that says what the model is, then sections of
 * bytes (`head -2 parser.bin` shows the lines). A file of another kind or version, or with one changed byte, is refused.
 */
import { ByteReader, ByteWriter, crc32 } from './bytes.ts';

export interface ModelHeader {
  /** Which model it is: "tagger". */
  readonly name: string;
  /** Version of the file's content; raise it when sections change. */
  readonly version: number;
  /** Version of the feature templates: weights mean nothing under other templates. */
  readonly templates: number;
  /** What the class numbers stand for. */
  readonly classes: readonly string[];
}
interface StoredHeader extends ModelHeader {
  readonly sections: readonly (readonly [name: string, bytes: number])[];
}
export interface ModelFile {
  readonly header: ModelHeader;
  readonly sections: Readonly<Record<string, Uint8Array>>;
}

const MAGIC = 'sitrep-model 1 ';
/** The first line: magic, eight hexadecimal digits, a line feed. */
const FIRST_LINE = MAGIC.length + 9;
const LINE_FEED = 10;
const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** @param sections packed weights, string tables (`packStrings`), or anything in bytes; order is kept. */
export function writeModel(header: ModelHeader, sections: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const { name, version, templates, classes } = header;
  const sizes = Object.entries(sections).map(([section, bytes]) => [section, bytes.length] as const);
  const stored: StoredHeader = { name, version, templates, classes, sections: sizes };
  const rest = new ByteWriter();
  rest.append(encoder.encode(`${JSON.stringify(stored)}\n`));
  for (const bytes of Object.values(sections)) rest.append(bytes);
  const content = rest.done();
  const file = new Uint8Array(FIRST_LINE + content.length);
  file.set(encoder.encode(`${MAGIC}${crc32(content).toString(16).padStart(8, '0')}\n`));
  file.set(content, FIRST_LINE);
  return file;
}

/**
 * @param expected what the reader can use.
 * @throws SyntaxError that says what was expected and what came.
 */
export function readModel(bytes: Uint8Array, expected: Pick<ModelHeader, 'name' | 'version' | 'templates'>): ModelFile {
  const refuse = (what: string): never => {
    throw new SyntaxError(`model ${expected.name}: ${what}`);
  };
  const first = decoder.decode(bytes.subarray(0, FIRST_LINE));
  if (!first.startsWith(MAGIC)) refuse(`expected a file that begins with "${MAGIC}", got ${JSON.stringify(first)}`);
  const content = bytes.subarray(FIRST_LINE);
  const sum = crc32(content).toString(16).padStart(8, '0');
  if (first !== `${MAGIC}${sum}\n`) refuse(`its bytes are damaged: their checksum is ${sum}, it says ${first.trim()}`);
  const end = content.indexOf(LINE_FEED);
  const header = JSON.parse(decoder.decode(content.subarray(0, end))) as StoredHeader;
  for (const key of ['name', 'version', 'templates'] as const)
    if (header[key] !== expected[key]) refuse(`expected ${key} ${expected[key]}, got ${header[key]}`);
  const sections: Record<string, Uint8Array> = {};
  let at = end + 1;
  for (const [name, length] of header.sections) {
    sections[name] = content.subarray(at, at + length);
    at += length;
  }
  return { header, sections };
}

/** Strings for a section of their own: a tag dictionary, word lists. They may hold anything but a line feed. */
export const packStrings = (strings: readonly string[]): Uint8Array => encoder.encode(strings.join('\n'));
export const unpackStrings = (bytes: Uint8Array): string[] => (bytes.length ? decoder.decode(bytes).split('\n') : []);

/** Whole numbers from 0 to 2 ** 32 - 1 for a section of their own. */
export function packNumbers(numbers: Iterable<number>): Uint8Array {
  const writer = new ByteWriter();
  for (const n of numbers) writer.unsigned(n);
  return writer.done();
}
export function unpackNumbers(bytes: Uint8Array): number[] {
  const reader = new ByteReader(bytes);
  const numbers: number[] = [];
  while (reader.at < bytes.length) numbers.push(reader.unsigned());
  return numbers;
}
