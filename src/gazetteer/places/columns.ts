/** Columns of integers as bytes: differences of neighbours, zigzag, seven bits a byte (as in Protocol Buffers). */

export class ByteWriter {
  #bytes = new Uint8Array(1 << 16);
  #length = 0;

  byte(value: number): void {
    if (this.#length === this.#bytes.length) {
      const wider = new Uint8Array(this.#bytes.length * 2);
      wider.set(this.#bytes);
      this.#bytes = wider;
    }
    this.#bytes[this.#length++] = value;
  }
  varint(value: number): void {
    let rest = value >>> 0;
    while (rest > 127) {
      this.byte((rest & 127) | 128);
      rest >>>= 7;
    }
    this.byte(rest);
  }
  column(values: ArrayLike<number>): void {
    let before = 0;
    for (let i = 0; i < values.length; i++) {
      const step = (values[i] - before) | 0;
      this.varint((step << 1) ^ (step >> 31));
      before = values[i];
    }
  }
  blob(bytes: Uint8Array): void {
    this.varint(bytes.length);
    for (const b of bytes) this.byte(b);
  }
  finish(): Uint8Array {
    return this.#bytes.slice(0, this.#length);
  }
}

export class ByteReader {
  #at = 0;
  readonly #bytes: Uint8Array;
  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }
  varint(): number {
    let value = 0;
    for (let shift = 0; shift < 35; shift += 7) {
      const b = this.#bytes[this.#at++];
      value |= (b & 127) << shift;
      if (b < 128) break;
    }
    return value >>> 0;
  }
  column<T extends Uint8Array | Int16Array | Int32Array>(into: T): T {
    const bytes = this.#bytes;
    let at = this.#at;
    let before = 0;
    for (let i = 0; i < into.length; i++) {
      let z = bytes[at++];
      if (z > 127) {
        z &= 127;
        for (let shift = 7; shift < 35; shift += 7) {
          const b = bytes[at++];
          z |= (b & 127) << shift;
          if (b < 128) break;
        }
      }
      before = (before + ((z >>> 1) ^ -(z & 1))) | 0;
      into[i] = before;
    }
    this.#at = at;
    return into;
  }
  blob(): Uint8Array {
    const length = this.varint();
    this.#at += length;
    return this.#bytes.subarray(this.#at - length, this.#at);
  }
}
