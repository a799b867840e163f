import { isReported, stance } from '../../src/core/matching/candidate.js';
import { syntheticDirectory } from './synthetic-directory.js';

describe('the synthetic directory', () => {
  const programs = [...syntheticDirectory(3000)];
  const share = (of: (program: (typeof programs)[number]) => boolean) =>
    programs.filter(of).length / programs.length;

  it('is the same each time, and a longer one begins with the shorter', () => {
    expect([...syntheticDirectory(200)]).toEqual(programs.slice(0, 200));
  });

  it('names no program twice', () => {
    expect(new Set(programs.map(({ id }) => id)).size).toBe(programs.length);
  });

  it('leaves out about as much as the national directory does', () => {
    expect(share((program) => !isReported(program, 'ageGroups'))).toBeCloseTo(0.36, 1);
    expect(share((program) => !isReported(program, 'withdrawalSettings'))).toBeCloseTo(0.79, 1);
    expect(share(({ waitDays }) => waitDays === undefined)).toBeCloseTo(0.85, 1);
    expect(share(({ sessions }) => sessions === undefined)).toBeCloseTo(0.88, 1);
  });

  it('says what the national directory says about as often', () => {
    expect(share((program) => stance(program, 'payers', 'medicaid') === 'yes')).toBeCloseTo(0.75, 1);
    expect(share((program) => stance(program, 'modalities', 'telehealth') === 'yes')).toBeCloseTo(0.76, 1);
    expect(share(({ medications }) => medications.buprenorphine === 'starts')).toBeCloseTo(0.48, 1);
    expect(share(({ medications }) => medications.methadone === 'starts')).toBeCloseTo(0.11, 1);
  });

  it('lets what hangs together hang together', () => {
    const starting = programs.filter(({ medications }) => medications.buprenorphine === 'starts');
    const both =
      starting.filter(({ medications }) => medications.naltrexone === 'starts').length / starting.length;
    expect(both).toBeGreaterThan(share(({ medications }) => medications.naltrexone === 'starts') + 0.2);
  });
});
