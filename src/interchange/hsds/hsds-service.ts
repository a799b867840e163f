import { type ResolvedFacts, stanceOf, yesCodes } from '../../core/directory/resolved-facts.js';
import { label } from '../../core/language/labels.js';
import { languageName } from '../../core/language/words/spoken-languages.js';
import { vocabularyOf } from '../../core/language/words/vocabularies.js';
import { ADULT_FROM } from '../../core/vocabulary/people.js';
import { FICTIONAL, shownNameOf } from '../../core/directory/shown-name.js';
import { telephonesOf } from '../../core/directory/telephones.js';
import { webAddressOf } from '../../core/directory/web-address.js';
import type { OutwardProgram } from '../outward/outward-program.js';
import { attributesOf, originText } from './hsds-attributes.js';
import { costOptionsOf } from './hsds-costs.js';
import { partIdOf } from './hsds-ids.js';
import { type HsdsObject, locationsOf } from './hsds-locations.js';
import { organizationOfProgram } from './hsds-organization.js';
import { schedulesOf } from './hsds-schedules.js';
import type { TermBook } from './term-book.js';

/** A program as an HSDS service with its fields alone, as lists show it. A field that is not known is absent. */
export function basicService(program: OutwardProgram): HsdsObject {
  const { id, name, nameDetail, facts, status, verifiedOn, fictional, organizationId } = program;
  const url = webAddressOf(program.website);
  const accreditations = wordsOf('accreditation', yesCodes(facts, 'accreditations'));
  const licenses = licensesOf(facts);
  const eligibility = eligibilityOf(facts);
  const fees = feesOf(facts);
  return {
    id,
    organization_id: organizationId,
    name: shownNameOf(program),
    ...(nameDetail === null ? {} : { alternate_name: name }),
    ...(url === undefined ? {} : { url }),
    status: status === 'published' ? 'active' : 'inactive',
    ...(facts.values.interpreterOnCall?.value
      ? { interpretation_services: 'An interpreter can be called in for other languages.' }
      : {}),
    ...(fees === '' ? {} : { fees_description: fees }),
    ...(accreditations === '' ? {} : { accreditations }),
    ...(eligibility === '' ? {} : { eligibility_description: eligibility }),
    ...agesOf(facts),
    ...(verifiedOn === null ? {} : { assured_date: verifiedOn }),
    ...(licenses === '' ? {} : { licenses }),
    ...(fictional ? { alert: FICTIONAL } : {}),
    last_modified: program.updatedAt.toISOString(),
  };
}

/** The same with its organization, as pages show it. */
export function listedService(program: OutwardProgram): HsdsObject {
  return { ...basicService(program), organization: organizationOfProgram(program) };
}

/** A program as an HSDS service with everything that is known of it. */
export function fullService(program: OutwardProgram, terms: TermBook): HsdsObject {
  const { id, facts } = program;
  const lists = {
    phones: telephonesOf(program).map(({ number, extension, isIntake }) => ({
      id: partIdOf(id, 'phone', number, String(extension ?? '')),
      service_id: id,
      number,
      ...(extension === undefined ? {} : { extension }),
      type: 'voice',
      ...(isIntake ? { description: 'Intake' } : {}),
    })),
    schedules: schedulesOf(id, facts),
    service_at_locations: locationsOf(program, terms),
    languages: yesCodes(facts, 'languages').map((code) => ({
      id: partIdOf(id, 'language', code),
      service_id: id,
      code,
      name: languageName(code, 'en'),
      note: originText(facts.origins[facts.lists.languages!.codes[code]!.origin]!),
    })),
    cost_options: costOptionsOf(id, facts),
    attributes: attributesOf(id, facts, terms),
  };
  const known = Object.entries(lists).filter(([, all]) => all.length > 0);
  return { ...listedService(program), ...Object.fromEntries(known) };
}

/** What a client that only follows changes needs. */
export function minimalService({ id, updatedAt }: OutwardProgram): HsdsObject {
  return { id, last_modified: updatedAt.toISOString() };
}

/**
 * Bounds of age in years, where the codes state them: the group `children` is everyone below 18 (N-SUMHSS). A group that
 * was not reported leaves its bound open.
 */
function agesOf(facts: ResolvedFacts): HsdsObject {
  const stance = (group: 'children' | 'young-adults' | 'adults' | 'seniors') =>
    stanceOf(facts, 'ageGroups', group);
  const older = [stance('young-adults'), stance('adults'), stance('seniors')];
  const takesOlder = older.includes('yes');
  if (stance('children') === 'no' && takesOlder) return { minimum_age: ADULT_FROM };
  const onlyChildren = stance('children') === 'yes' && older.every((one) => one === 'no');
  return onlyChildren ? { maximum_age: ADULT_FROM - 1 } : {};
}

function eligibilityOf(facts: ResolvedFacts): string {
  const only = facts.values.onlyPopulations?.value ?? [];
  return [
    sentence('Serves only', only),
    sentence('Known to accept', [...yesCodes(facts, 'ageGroups'), ...yesCodes(facts, 'genders')]),
  ]
    .filter((one) => one !== '')
    .join(' ');
}

function sentence(begin: string, codes: readonly string[]): string {
  return codes.length === 0 ? '' : `${begin}: ${codes.map((code) => label(code, 'en')).join(', ')}.`;
}

function feesOf({ values }: ResolvedFacts): string {
  return [
    ...(values.slidingFee?.value ? ['The fee depends on income.'] : []),
    ...(values.paymentAssistance?.value ? ['There is help with payment for people who cannot pay.'] : []),
  ].join(' ');
}

/** The kinds of its licenses, then each by its number. */
function licensesOf(facts: ResolvedFacts): string {
  const numbered = (facts.values.licences?.value ?? []).map(({ number, authority, expires }) =>
    expires === undefined ? `${number} (${authority})` : `${number} (${authority}, until ${expires})`,
  );
  return [wordsOf('license', yesCodes(facts, 'licenses')), ...numbered]
    .filter((one) => one !== '')
    .join('; ');
}

function wordsOf(vocabulary: 'accreditation' | 'license', codes: readonly string[]): string {
  return vocabularyOf(vocabulary, 'en')
    .filter(({ code }) => codes.includes(code))
    .map((one) => one.label)
    .join('; ');
}
