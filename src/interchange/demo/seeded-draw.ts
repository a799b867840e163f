/**
 * Random draws that are the same on every machine: mulberry32 (Tommy Ettinger, public domain) seeded with the FNV-1a
 * hash of a text. Each question uses its own draw, so that one result never affects the next.
 */
export class SeededDraw {
  private state: number;

  constructor(seed: string) {
    this.state = fnv1a(seed);
  }

  /** A number from 0 up to, not including, 1. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }

  /** True with the probability `share`, 0 to 1. */
  chance(share: number): boolean {
    return this.next() < share;
  }

  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  pick<T>(of: readonly T[]): T {
    if (of.length === 0) throw new RangeError('There is nothing to pick from.');
    return of[Math.floor(this.next() * of.length)]!;
  }

  /** Up to `count` different items, in their original order. */
  some<T>(of: readonly T[], count: number): T[] {
    const left = of.map((_, index) => index);
    const taken: number[] = [];
    while (taken.length < count && left.length > 0)
      taken.push(...left.splice(Math.floor(this.next() * left.length), 1));
    return taken.sort((a, b) => a - b).map((index) => of[index]!);
  }
}

function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}
