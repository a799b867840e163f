/** Keeps the first few of many items, by a total order, without sorting all of them. */
export class BoundedHeap {
  /** A heap; the last of the items kept is on top. */
  private readonly kept: number[] = [];

  /** @param before negative where `a` sorts before `b` */
  constructor(
    private readonly limit: number,
    private readonly before: (a: number, b: number) => number,
  ) {}

  offer(item: number): void {
    const { kept, before } = this;
    if (kept.length < this.limit) {
      kept.push(item);
      this.rise(kept.length - 1);
    } else if (this.limit > 0 && before(item, kept[0]!) < 0) {
      kept[0] = item;
      this.sink();
    }
  }

  /** The items kept, in order. */
  inOrder(): number[] {
    return [...this.kept].sort(this.before);
  }

  private rise(from: number): void {
    const { kept, before } = this;
    for (let at = from; at > 0;) {
      const parent = (at - 1) >> 1;
      if (before(kept[at]!, kept[parent]!) <= 0) return;
      [kept[at], kept[parent]] = [kept[parent]!, kept[at]!];
      at = parent;
    }
  }

  private sink(): void {
    const { kept, before } = this;
    for (let at = 0; ;) {
      let last = at;
      for (const child of [2 * at + 1, 2 * at + 2])
        if (child < kept.length && before(kept[child]!, kept[last]!) > 0) last = child;
      if (last === at) return;
      [kept[at], kept[last]] = [kept[last]!, kept[at]!];
      at = last;
    }
  }
}
