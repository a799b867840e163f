import { FICTIONAL, shownNameOf, streetLinesOf } from '../core/directory/shown-name.js';
import { telephonesOf } from '../core/directory/telephones.js';
import { webAddressOf, websiteOriginOf } from '../core/directory/web-address.js';
import { weeklyTimesOf } from '../core/directory/weekly-times.js';
import { yesCodes } from '../core/directory/resolved-facts.js';
import { label } from '../core/language/labels.js';
import { languageName } from '../core/language/words/spoken-languages.js';
import { vocabularyOf } from '../core/language/words/vocabularies.js';
import type { Weekday } from '../core/vocabulary/services.js';
import type { PublishedProgramRow } from './program-row.js';

type LinkedData = Readonly<Record<string, unknown>>;

const SCHEMA = 'https://schema.org';
const DAYS: Readonly<Record<Weekday, string>> = {
  mo: 'Monday',
  tu: 'Tuesday',
  we: 'Wednesday',
  th: 'Thursday',
  fr: 'Friday',
  sa: 'Saturday',
  su: 'Sunday',
};

/**
 * A program in the words of schema.org, as JSON-LD, for search engines and web pages. What is not known is absent: hours
 * only where they are reported, a point only where it is that of the street address.
 *
 * @param address of the program in this API, absolute
 */
export function programInJsonLd(program: PublishedProgramRow, address: string): LinkedData {
  const { facts, fictional } = program;
  const [telephone] = telephonesOf(program);
  const url = webAddressOf(program.website);
  const languages = yesCodes(facts, 'languages').map((code) => languageName(code, 'en'));
  const payers = yesCodes(facts, 'payers').map((code) => label(code, 'en'));
  const services = servicesOf(program);
  const hours = hoursOf(program);
  return {
    '@context': SCHEMA,
    '@type': 'MedicalClinic',
    '@id': address,
    identifier: program.id,
    name: shownNameOf(program),
    ...(fictional ? { disambiguatingDescription: FICTIONAL } : {}),
    ...(telephone ? { telephone: telephone.number } : {}),
    ...(url === undefined ? {} : { url, ...dateOfWebsite(program) }),
    parentOrganization: { '@type': 'Organization', name: program.organizationName },
    address: addressOf(program),
    ...geoOf(program),
    ...(services.length > 0 ? { availableService: services } : {}),
    ...(hours.length > 0 ? { openingHoursSpecification: hours } : {}),
    ...(languages.length > 0 ? { knowsLanguage: languages } : {}),
    ...(payers.length > 0 ? { paymentAccepted: payers.join(', ') } : {}),
  };
}

/** schema.org has no date of a web address: one of years ago says so here. */
function dateOfWebsite(program: PublishedProgramRow): LinkedData {
  const origin = websiteOriginOf(program);
  if (!origin) return {};
  const value = `${origin.source}, ${origin.asOf}`;
  return { additionalProperty: { '@type': 'PropertyValue', name: 'url: source and date', value } };
}

function addressOf(program: PublishedProgramRow): LinkedData {
  const { city, state, postalCode } = program;
  const street = streetLinesOf(program).join(', ');
  return {
    '@type': 'PostalAddress',
    ...(street === '' ? {} : { streetAddress: street }),
    addressLocality: city,
    addressRegion: state,
    postalCode,
    addressCountry: 'US',
  };
}

function geoOf({ latitude, longitude, coordinatePrecision }: PublishedProgramRow): LinkedData {
  if (latitude === null || longitude === null || coordinatePrecision !== 'address') return {};
  return { geo: { '@type': 'GeoCoordinates', latitude, longitude } };
}

function servicesOf({ facts }: PublishedProgramRow): LinkedData[] {
  const offered = yesCodes(facts, 'levelsOfCare') as readonly string[];
  return vocabularyOf('levelOfCare', 'en')
    .filter(({ code }) => offered.includes(code))
    .map((word) => ({ '@type': 'MedicalTherapy', name: word.label, description: word.description }));
}

function hoursOf({ facts: { values } }: PublishedProgramRow): LinkedData[] {
  const known = [...(values.visitHours?.value ?? []), ...(values.sessions?.value ?? [])];
  return weeklyTimesOf(known).map(({ days, opens, closes }) => ({
    '@type': 'OpeningHoursSpecification',
    dayOfWeek: days.map((day) => `${SCHEMA}/${DAYS[day]}`),
    opens,
    closes,
  }));
}
