/**
 * A sentence on its way to a tree: the arc-hybrid system (Kuhlmann, Gómez-Rodríguez and Satta 2011). Words are numbered
 * from 1; 0 is "none". A word leaves the stack when it gets its head, so that the last one on the stack is the root.
 */
export const SHIFT = 0;
/** The top of the stack becomes a dependent of the buffer's first word. */
export const LEFT = 1;
/** The top of the stack becomes a dependent of the word under it. */
export const RIGHT = 2;
export const MOVES = 3;

const FIRST_SIZE = 128;

export class State {
  length = 0;
  /** The buffer's first word; `length` + 1 when it is empty. */
  next = 1;
  depth = 0;
  stack = new Int32Array(0);
  head = new Int32Array(0);
  dep = new Uint8Array(0);
  /** The outermost dependents on each side, on the left also the ones before them, and how many there are. */
  left = new Int32Array(0);
  left2 = new Int32Array(0);
  right = new Int32Array(0);
  leftCount = new Uint8Array(0);
  rightCount = new Uint8Array(0);
  /** Bits of the relations of each word's dependents. */
  relations = new Int32Array(0);

  /** Begins a sentence of so many words. */
  reset(length: number): void {
    if (this.stack.length < length + 2) this.#grow(Math.max(FIRST_SIZE, 2 * (length + 2)));
    this.length = length;
    this.next = 1;
    this.depth = 0;
    this.head.fill(0, 0, length + 2);
    this.dep.fill(0, 0, length + 2);
    this.left.fill(0, 0, length + 2);
    this.left2.fill(0, 0, length + 2);
    this.right.fill(0, 0, length + 2);
    this.leftCount.fill(0, 0, length + 2);
    this.rightCount.fill(0, 0, length + 2);
    this.relations.fill(0, 0, length + 2);
  }

  #grow(size: number): void {
    this.stack = new Int32Array(size);
    this.head = new Int32Array(size);
    this.dep = new Uint8Array(size);
    this.left = new Int32Array(size);
    this.left2 = new Int32Array(size);
    this.right = new Int32Array(size);
    this.leftCount = new Uint8Array(size);
    this.rightCount = new Uint8Array(size);
    this.relations = new Int32Array(size);
  }

  get finished(): boolean {
    return this.next > this.length && this.depth <= 1;
  }

  /** Word `k` from the top of the stack, 0 when there is none. */
  top(k: number): number {
    return k < this.depth ? this.stack[this.depth - 1 - k] : 0;
  }

  allows(move: number): boolean {
    if (move === SHIFT) return this.next <= this.length;
    if (move === LEFT) return this.depth > 0 && this.next <= this.length;
    return this.depth > 1;
  }

  shift(): void {
    this.stack[this.depth++] = this.next++;
  }

  /** The head that a move other than SHIFT would give to the top of the stack. */
  headFor(move: number): number {
    return move === LEFT ? this.next : this.stack[this.depth - 2];
  }

  attach(move: number, relation: number): void {
    const word = this.stack[this.depth - 1];
    const head = this.headFor(move);
    this.depth--;
    this.head[word] = head;
    this.dep[word] = relation;
    this.relations[head] |= 1 << (relation % 31);
    if (move === LEFT) {
      this.left2[head] = this.left[head];
      this.left[head] = word;
      if (this.leftCount[head] < 255) this.leftCount[head]++;
    } else {
      this.right[head] = word;
      if (this.rightCount[head] < 255) this.rightCount[head]++;
    }
  }
}
