/** Numbers of varying length (LEB128) in bytes, and a checksum. */
export class ByteWriter {
  #bytes = new Uint8Array(1024);
  length = 0;

  byte(value: number): void {
    if (this.length === this.#bytes.length) {
      const wider = new Uint8Array(this.#bytes.length * 2);
      wider.set(this.#bytes);
      this.#bytes = wider;
    }
    this.#bytes[this.length++] = value;
  }

  /** A whole number from 0 to 2 ** 32 - 1: seven bits a byte, the least first. */
  unsigned(value: number): void {
    let rest = value >>> 0;
    while (rest > 127) {
      this.byte((rest & 127) | 128);
      rest >>>= 7;
    }
    this.byte(rest);
  }

  /** Zigzag: 0, -1, 1, -2 … so that small numbers of either sign take a byte. */
  signed(value: number): void {
    this.unsigned((value << 1) ^ (value >> 31));
  }

  append(bytes: Uint8Array): void {
    for (const b of bytes) this.byte(b);
  }

  done(): Uint8Array {
    return this.#bytes.slice(0, this.length);
  }
}

export class ByteReader {
  at = 0;
  readonly bytes: Uint8Array;
  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  /** @throws RangeError behind the end. */
  unsigned(): number {
    const { bytes } = this;
    let value = 0;
    for (let shift = 0; shift < 35; shift += 7) {
      if (this.at >= bytes.length) throw new RangeError('the data ends in the middle of a number');
      const b = bytes[this.at++];
      value |= (b & 127) << shift;
      if (b < 128) return value >>> 0;
    }
    throw new RangeError('a number is too long');
  }

  signed(): number {
    return unzigzag(this.unsigned());
  }

  /** The next `count` numbers, in one loop. @throws RangeError behind the end. */
  many(count: number): Uint32Array {
    const { bytes } = this;
    const numbers = new Uint32Array(count);
    let at = this.at;
    for (let i = 0; i < count; i++) {
      let b = bytes[at++];
      let value = b & 127;
      for (let shift = 7; b > 127; shift += 7) {
        if (shift > 28) throw new RangeError('a number is too long');
        b = bytes[at++];
        value |= (b & 127) << shift;
      }
      numbers[i] = value;
    }
    if (at > bytes.length) throw new RangeError('the data ends in the middle of a number');
    this.at = at;
    return numbers;
  }
}
/** 0, 1, 2, 3 … back to 0, -1, 1, -2 … */
export const unzigzag = (value: number): number => (value >>> 1) ^ -(value & 1);

let table: Int32Array | undefined;
function crcTable(): Int32Array {
  const made = new Int32Array(256);
  for (let i = 0; i < 256; i++) {
    let c = i;
    for (let k = 0; k < 8; k++) c = c & 1 ? (c >>> 1) ^ 0xedb88320 : c >>> 1;
    made[i] = c;
  }
  return made;
}

/** CRC-32 (ISO 3309), as in PNG and gzip. */
export function crc32(bytes: Uint8Array): number {
  table ??= crcTable();
  let c = -1;
  for (let i = 0; i < bytes.length; i++) c = table[(c ^ bytes[i]) & 255] ^ (c >>> 8);
  return (c ^ -1) >>> 0;
}
