import { KeptTexts, type Piece } from './kept-texts.js';

const read = ({ bytes, start, end }: Piece) => bytes.toString('utf8', start, end);

describe('Kept texts', () => {
  it('are made once for each object and name', () => {
    const kept = new KeptTexts();
    const [one, other] = [{}, {}];
    let made = 0;
    const textOf = (object: object, name: string) =>
      read(kept.get(object, name, () => `Größe ${(made += 1)}`));
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
      expect(read(kept.get(object, 'x', () => text))).toBe(text);
      expect(kept.size).toBeLessThanOrEqual(10_000);
    });
    expect(kept.size).toBeGreaterThan(4_000);
  });

  it('drop first what was not asked for longest', () => {
    const kept = new KeptTexts(10_000);
    const often = {};
    let made = 0;
    for (let i = 0; i < 500; i++) {
      kept.get({}, 'x', () => 'x'.repeat(200));
      kept.get(often, 'x', () => `made ${(made += 1)}`);
    }
    expect(made).toBe(1);
  });

  it('that are longer than their bound are given, and not kept', () => {
    const kept = new KeptTexts(1_000);
    expect(read(kept.get({}, 'x', () => 'y'.repeat(5_000)))).toHaveLength(5_000);
    expect(kept.size).toBeLessThanOrEqual(1_000);
  });
});
