import type { ShownProgram } from './read-programs.js';
import { ShownPrograms } from './shown-programs.js';

const shown = (name: string) => ({ program: { name }, origins: { payers: [] } }) as unknown as ShownProgram;
const joined = (...programs: ShownProgram[]) => {
  const origins = ShownPrograms.noOrigins();
  for (const each of programs) origins.push(each.origins);
  return ShownPrograms.join(
    programs.map(({ program }) => ShownPrograms.textOf(program)),
    origins,
  );
};
const NAMES = ['Evening Groups', 'Casa Añoranza — «día y noche» 🌱', '', 'Quiet House'];

describe('what is shown of the programs of an index', () => {
  it('is read back row by row, whatever its letters are', () => {
    const programs = new ShownPrograms(joined(...NAMES.map(shown)));
    expect(NAMES.map((_, row) => programs.at(row))).toEqual(NAMES.map(shown));
  });

  it('has the origins of each, and stores shared origins once', () => {
    const words = ['curator', 'provider', 'curator'].map((source) => ({
      ...shown(source),
      origins: { payers: [{ source, asOf: '2026-01-01', standing: 'attested' }] } as ShownProgram['origins'],
    }));
    const data = joined(...words);
    expect(data.origins.values).toHaveLength(2);
    const programs = new ShownPrograms(data);
    expect(words.map((_, row) => programs.at(row))).toEqual(words);
    expect(programs.at(0).origins).toBe(programs.at(2).origins);
  });

  it('keeps the rows in order: added ones follow the existing ones', () => {
    const programs = new ShownPrograms(joined(shown('first')));
    programs.add({ ...shown('second'), candidate: 'not shown' } as ShownProgram);
    programs.add(shown('third'));
    expect([0, 1, 2].map((row) => programs.at(row))).toEqual(['first', 'second', 'third'].map(shown));
  });

  it('is empty for an empty directory, until something is added', () => {
    const programs = new ShownPrograms(joined());
    programs.add(shown('first'));
    expect(programs.at(0)).toEqual(shown('first'));
  });

  it('can be handed to another thread without being copied', () => {
    const data = joined(...NAMES.map(shown));
    const handed = structuredClone(data, {
      transfer: [data.bytes.buffer as ArrayBuffer, data.starts.buffer as ArrayBuffer],
    });
    expect(data.bytes.length).toBe(0);
    const programs = new ShownPrograms(handed);
    expect(NAMES.map((_, row) => programs.at(row))).toEqual(NAMES.map(shown));
  });
});
