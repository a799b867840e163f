import type { ResolvedFacts } from '../../core/directory/resolved-facts.js';
import type { FhirObject } from '../../http/fhir/searchset.js';
import { CAPACITY, IDENTIFIER_TYPE_SYSTEM, NPI_SYSTEM } from './fhir-codes.js';

/** Its National Provider Identifiers and its licenses. */
export function identifiersOf({ values }: ResolvedFacts): FhirObject[] {
  return [
    ...(values.npi?.value ?? []).map((value) => ({ system: NPI_SYSTEM, value })),
    ...(values.licences?.value ?? []).map(({ number, authority, expires }) => ({
      type: { coding: [{ system: IDENTIFIER_TYPE_SYSTEM, code: 'LN', display: 'License number' }] },
      value: number,
      ...(expires === undefined ? {} : { period: { end: expires } }),
      assigner: { display: authority },
    })),
  ];
}

/** How many it may have or can serve: R4 has no field for it. */
export function capacityOf({ values: { capacity } }: ResolvedFacts): FhirObject[] {
  if (!capacity) return [];
  const { unit, maximum } = capacity.value;
  return [
    {
      url: CAPACITY,
      extension: [
        { url: 'unit', valueCode: unit },
        { url: 'maximum', valueUnsignedInt: maximum },
      ],
    },
  ];
}
