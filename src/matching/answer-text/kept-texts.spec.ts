import { KeptTexts, type Piece } from './kept-texts.js';

const read = (piece: Piece) => Buffer.from(piece).toString();

describe('Kept texts', () => {
  it('are made once for each object and name', () => {
    const kept = new KeptTexts();
    const [one, other] = [{}, {}];
    let made = 0;
    const textOf = (object: object, name: string) =>
      read(kept.shelf(name).get(object, () => `Größe ${(made += 1)}`));
    expect([textOf(one, 'a'), textOf(one, 'b'), textOf(other, 'a')]).toEqual([
      'Größe 1',
      'Größe 2',
      'Größe 3',
    ]);
    expect([textOf(one, 'a'), textOf(one, 'b'), textOf(other, 'a')]).toEqual([
      'Größe 1',
      'Größe 2',
      'Größe 3',
    ]);
  });

  it('never take more bytes than their bound, whatever is asked for', () => {
    const kept = new KeptTexts(10_000);
    const objects = Array.from({ length: 2_000 }, () => ({}));
    objects.forEach((object, i) => {
      const text = `${i} `.padEnd((i * 37) % 900, 'ü');
      expect(read(kept.shelf('x').get(object, () => text))).toBe(text);
      expect(kept.size).toBeLessThanOrEqual(10_000);
    });
    expect(kept.size).toBeGreaterThan(4_000);
  });

  it('drop first what was not asked for longest', () => {
    const kept = new KeptTexts(10_000);
    const often = {};
    let made = 0;
    for (let i = 0; i < 500; i++) {
      kept.shelf('x').get({}, () => 'x'.repeat(200));
      kept.shelf('x').get(often, () => `made ${(made += 1)}`);
    }
    expect(made).toBe(1);
  });

  it('that are longer than their bound are given, and not kept', () => {
    const kept = new KeptTexts(1_000);
    expect(read(kept.shelf('x').get({}, () => 'y'.repeat(5_000)))).toHaveLength(5_000);
    expect(kept.size).toBeLessThanOrEqual(1_000);
  });
});
