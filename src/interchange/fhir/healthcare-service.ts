import type { FhirObject } from '../../http/fhir/searchset.js';
import type { ListKey } from '../../core/directory/fact-keys.js';
import { type ResolvedFacts, stanceOf, yesCodes } from '../../core/directory/resolved-facts.js';
import { label } from '../../core/language/labels.js';
import { languageName } from '../../core/language/words/spoken-languages.js';
import { MEDICATIONS } from '../../core/vocabulary/medications.js';
import type { Weekday } from '../../core/vocabulary/services.js';
import type { OutwardProgram } from '../outward/outward-program.js';
import { FICTIONAL, shownNameOf } from '../../core/directory/shown-name.js';
import { telephonesOf } from '../../core/directory/telephones.js';
import { webAddressOf, websiteOriginOf } from '../../core/directory/web-address.js';
import { weeklyTimesOf } from '../../core/directory/weekly-times.js';
import {
  CATEGORY_SYSTEM,
  type CodeableConcept,
  conceptOf,
  DELIVERY_METHOD,
  DELIVERY_SYSTEM,
  LANGUAGE_SYSTEM,
  SOURCE_DATE,
  stanceExtension,
  URI_SYSTEM,
  WAIT_DAYS,
} from './fhir-codes.js';
import { capacityOf, identifiersOf } from './licence-parts.js';

/** Lists that are characteristics; `program` and `type` have fields of their own. */
const CHARACTERISTICS = [
  'conditions',
  'overlays',
  'withdrawalSettings',
  'withdrawalSubstances',
  'medicationAccess',
  'approaches',
  'payers',
  'services',
  'accessibility',
  'accreditations',
  'licenses',
  'goals',
  'funding',
  'telehealthStates',
] as const satisfies readonly ListKey[];
const ELIGIBILITY = ['ageGroups', 'genders'] as const satisfies readonly ListKey[];
const WITH_STANCE: readonly ListKey[] = [...CHARACTERISTICS, ...ELIGIBILITY, 'levelsOfCare', 'populations'];

const DAYS: Readonly<Record<Weekday, string>> = {
  mo: 'mon',
  tu: 'tue',
  we: 'wed',
  th: 'thu',
  fr: 'fri',
  sa: 'sat',
  su: 'sun',
};

/** A program as a FHIR R4 HealthcareService. What is not known is absent: no hours are never `allDay`. */
export function toHealthcareService(program: OutwardProgram): FhirObject {
  const { id, facts, organizationId, locationId, version, updatedAt, status, fictional } = program;
  const lists = {
    extension: extensionsOf(facts),
    identifier: [{ system: URI_SYSTEM, value: `urn:uuid:${id}` }, ...identifiersOf(facts)],
    category: [{ coding: [{ system: CATEGORY_SYSTEM, code: 'behav', display: 'Behavioral Health' }] }],
    type: conceptsOf(facts, 'levelsOfCare'),
    location: [{ reference: `Location/${locationId}` }],
    telecom: telecomOf(program),
    eligibility: eligibilityOf(facts),
    program: conceptsOf(facts, 'populations'),
    characteristic: [...CHARACTERISTICS.flatMap((key) => conceptsOf(facts, key)), ...medicationsOf(facts)],
    communication: yesCodes(facts, 'languages').map((code) => ({
      coding: [{ system: LANGUAGE_SYSTEM, code, display: languageName(code, 'en') }],
    })),
    availableTime: timesOf(facts),
  };
  return {
    resourceType: 'HealthcareService',
    id,
    meta: { versionId: String(version), lastUpdated: updatedAt.toISOString() },
    active: status === 'published',
    providedBy: { reference: `Organization/${organizationId}`, display: program.organizationName },
    name: shownNameOf(program),
    ...(fictional ? { comment: FICTIONAL } : {}),
    // FHIR has no empty lists.
    ...Object.fromEntries(Object.entries(lists).filter(([, all]) => all.length > 0)),
  };
}

function conceptsOf(facts: ResolvedFacts, key: ListKey): CodeableConcept[] {
  return yesCodes(facts, key).map((code) => conceptOf(key, code, label(code, 'en')));
}

/** The stance is part of the code, so that a medication that is refused is never read as one that is given. */
function medicationsOf({ medications }: ResolvedFacts): CodeableConcept[] {
  return MEDICATIONS.flatMap((code) => {
    const stance = medications[code]?.stance;
    const words = `${label(code, 'en')}: ${stance} it`;
    return stance === undefined ? [] : [conceptOf('medications', `${code}:${stance}`, words)];
  });
}

function eligibilityOf(facts: ResolvedFacts): FhirObject[] {
  const only = facts.values.onlyPopulations?.value ?? [];
  return [
    ...only.map((code) => ({
      code: conceptOf('populations', code, label(code, 'en')),
      comment: 'Only this group, or these groups, are served.',
    })),
    ...ELIGIBILITY.flatMap((key) => conceptsOf(facts, key).map((code) => ({ code }))),
  ];
}

/** As of which day something is stated: a web site of years ago must say so. */
function sourceDate(asOf: string | undefined): FhirObject {
  return asOf === undefined ? {} : { extension: [{ url: SOURCE_DATE, valueDate: asOf }] };
}

function telecomOf(program: OutwardProgram): FhirObject[] {
  const url = webAddressOf(program.website);
  return [
    ...telephonesOf(program).map(({ number, extension }) => ({
      system: 'phone',
      value: extension === undefined ? number : `${number} x${extension}`,
      use: 'work',
    })),
    ...(url === undefined
      ? []
      : [{ ...sourceDate(websiteOriginOf(program)?.asOf), system: 'url', value: url }]),
  ];
}

function timesOf({ values }: ResolvedFacts): FhirObject[] {
  const known = [...(values.visitHours?.value ?? []), ...(values.sessions?.value ?? [])];
  return weeklyTimesOf(known).map(({ days, opens, closes }) => ({
    daysOfWeek: days.map((day) => DAYS[day]),
    availableStartTime: opens,
    availableEndTime: closes,
  }));
}

function extensionsOf(facts: ResolvedFacts): FhirObject[] {
  const methods = [
    ...(stanceOf(facts, 'modalities', 'in-person') === 'yes' ? ['physical'] : []),
    ...(stanceOf(facts, 'modalities', 'telehealth') === 'yes' ? ['virtual'] : []),
  ];
  const { waitDays } = facts.values;
  return [
    ...methods.map((code) => ({
      url: DELIVERY_METHOD,
      extension: [{ url: 'type', valueCodeableConcept: { coding: [{ system: DELIVERY_SYSTEM, code }] } }],
    })),
    ...(waitDays ? [{ url: WAIT_DAYS, valueUnsignedInt: waitDays.value }] : []),
    ...capacityOf(facts),
    ...WITH_STANCE.flatMap((key) =>
      Object.entries(facts.lists[key]?.codes ?? {})
        .filter(([, { stance }]) => stance !== 'yes')
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([code, { stance }]) => stanceExtension(key, code, stance) as FhirObject),
    ),
  ];
}
