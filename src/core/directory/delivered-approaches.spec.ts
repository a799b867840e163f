import { declinedApproaches, deliveredApproaches } from './delivered-approaches.js';
import { MEDICATION_APPROACHES } from '../vocabulary/approach-roles.js';
import type { MedicationAccessCode } from '../vocabulary/medication-access.js';
import { resolveFacts } from './resolve-facts.js';
import type { SourceRecord, StatedFacts } from './source-record.js';

function delivered(...records: (Partial<SourceRecord> & { facts: StatedFacts })[]): [string, string][] {
  const facts = resolveFacts(
    records.map((record) => ({
      source: 'directory',
      asOf: '2026-11-01',
      standing: 'self-reported' as const,
      ...record,
    })),
    '2026-11-24',
  );
  return deliveredApproaches(facts).map(({ approach, origin }) => [approach, origin.source]);
}

function declined(facts: StatedFacts): string[] {
  const record = { source: 'directory', asOf: '2026-11-01', standing: 'self-reported' as const, facts };
  return [...declinedApproaches(resolveFacts([record], '2026-11-24'))].sort();
}

const codes = (facts: StatedFacts) => delivered({ facts }).map(([approach]) => approach);

describe('the approaches a program delivers', () => {
  it('are those it names, by their codes', () => {
    expect(codes({ approaches: { yes: ['mi-met', 'cbt'], no: ['tsf-aa'], maybe: ['rmc'] } })).toEqual([
      'cbt',
      'mi-met',
    ]);
  });

  it('are the medications it starts people on', () => {
    expect(codes({ medications: { methadone: 'starts', 'buprenorphine-injection': 'starts' } })).toEqual([
      'methadone',
      'xr-buprenorphine',
    ]);
  });

  it('are not the medications it only continues, or refuses', () => {
    expect(codes({ medications: { methadone: 'continues', buprenorphine: 'refuses' } })).toEqual([]);
  });

  it('are, for naltrexone, the one for alcohol and the one for opioids', () => {
    expect(codes({ medications: { naltrexone: 'starts', 'naltrexone-injection': 'starts' } })).toEqual([
      'naltrexone-oral-aud',
      'oral-naltrexone-oud',
      'xr-naltrexone-aud',
      'xr-naltrexone-oud',
    ]);
  });

  it('are of a medication for two conditions only those for which the program gives it', () => {
    const forOpioids = { medications: { naltrexone: 'starts' } } as const;
    const ways = (...yes: MedicationAccessCode[]) => codes({ ...forOpioids, medicationAccess: { yes } });
    const both = ['naltrexone-oral-aud', 'oral-naltrexone-oud'];
    expect(ways('opioid-here')).toEqual(both);
    expect(ways('alcohol-here', 'opioid-here')).toEqual(both);
    expect(ways('alcohol-none', 'opioid-here')).toEqual(['oral-naltrexone-oud']);
    expect(ways('alcohol-accepted', 'opioid-here')).toEqual(['oral-naltrexone-oud']);
  });

  it('are of it all that a better source says it starts', () => {
    const stated = delivered(
      { facts: { medicationAccess: { yes: ['alcohol-none'] } } },
      { source: 'provider', standing: 'attested', facts: { medications: { naltrexone: 'starts' } } },
    );
    expect(stated.map(([approach]) => approach)).toContain('naltrexone-oral-aud');
  });

  it('are what its levels, overlays, services and telehealth are', () => {
    expect(
      codes({
        levelsOfCare: { yes: ['op', 'iop', 'res-low', 'res-high'], maybe: ['php'] },
        overlays: { yes: ['housing', 'moud'] },
        services: { yes: ['peer-support', 'recovery-coach', 'naloxone-and-overdose-education', 'aftercare'] },
        modalities: { yes: ['telehealth', 'in-person'] },
      }),
    ).toEqual([
      'iop',
      'naloxone',
      'peer-support',
      'recovery-coaching',
      'recovery-housing',
      'residential',
      'telehealth',
    ]);
  });

  it('rest each on the most reliable source', () => {
    expect(
      delivered(
        { facts: { services: { yes: ['naloxone-and-overdose-education'] }, approaches: { yes: ['cbt'] } } },
        { source: 'visit', standing: 'verified', facts: { medications: { naloxone: 'starts' } } },
      ),
    ).toEqual([
      ['cbt', 'directory'],
      ['naloxone', 'visit'],
    ]);
  });

  it('are none if nothing was stated', () => {
    expect(codes({})).toEqual([]);
  });
});

describe('the approaches a program declines', () => {
  it('are those it denies by name', () => {
    expect(declined({ approaches: { yes: ['mi-met'], no: ['tsf-aa', 'cbt'], maybe: ['rmc'] } })).toEqual([
      'cbt',
      'tsf-aa',
    ]);
  });

  it.each([
    ['methadone', ['methadone']],
    ['buprenorphine-injection', ['xr-buprenorphine']],
    ['buprenorphine', ['buprenorphine', 'xr-buprenorphine']],
    ['naltrexone', ['naltrexone-oral-aud', 'oral-naltrexone-oud']],
    ['lofexidine', []],
  ] as const)('are what a refusal of %s rules out', (medication, approaches) => {
    expect(declined({ medications: { [medication]: 'refuses' } })).toEqual(approaches);
  });

  it('are an approach of two medications only where both are refused', () => {
    expect(declined({ medications: { 'nicotine-replacement': 'refuses' } })).toEqual([]);
    expect(
      declined({ medications: { 'nicotine-replacement': 'refuses', 'non-nicotine-cessation': 'refuses' } }),
    ).toEqual(['varenicline-nrt']);
  });

  it('are no medication that it starts or continues', () => {
    expect(declined({ medications: { methadone: 'starts', buprenorphine: 'continues' } })).toEqual([]);
  });

  it('are every medication for a condition for which it says that it uses none', () => {
    expect(declined({ medicationAccess: { yes: ['alcohol-none'] } })).toEqual(
      [...MEDICATION_APPROACHES.alcohol].sort(),
    );
  });
});
