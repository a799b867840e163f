/**
 * Random draws that are the same on every run and every machine. A draw is seeded with the name of its purpose, so that
 * a new request in a list does not change the others.
 */
export class SeededDraw {
  #state;

  /** @param {string} name */
  constructor(name) {
    // FNV-1a (http://www.isthe.com/chongo/tech/comp/fnv/), 32 bits.
    this.#state = 0x811c9dc5;
    for (const character of name)
      this.#state = Math.imul(this.#state ^ character.codePointAt(0), 0x01000193) >>> 0;
  }

  /** From 0 up to, and without, 1: mulberry32 by Tommy Ettinger, in the public domain. */
  #next() {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** True with this probability. */
  chance(probability) {
    return this.#next() < probability;
  }

  /** A whole number from `from` to `to`, both included. */
  whole(from, to) {
    return from + Math.floor(this.#next() * (to - from + 1));
  }

  one(list) {
    return list[this.whole(0, list.length - 1)];
  }

  /** Different entries, in the order of the list. */
  some(list, least, most) {
    const left = list.map((_, at) => at);
    const count = Math.min(this.whole(least, most), list.length);
    const taken = Array.from({ length: count }, () => left.splice(this.whole(0, left.length - 1), 1)[0]);
    return taken.sort((a, b) => a - b).map((at) => list[at]);
  }

  /** The result of `make`, with this probability; else `undefined`, which JSON omits. */
  maybe(probability, make) {
    return this.chance(probability) ? make() : undefined;
  }
}
