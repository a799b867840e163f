import type { State } from '../../core/vocabulary/places.js';

/** A real metropolitan area in which fictional programs are located. */
export interface MetropolitanArea {
  readonly code: string;
  readonly name: string;
  readonly state: State;
  /** States that telehealth from here may also serve. */
  readonly neighboringStates: readonly State[];
  /** IANA name. */
  readonly timeZone: string;
  /** Two area codes; numbers are 555-0100 to 555-0199 only, the range reserved for fiction. */
  readonly telephoneAreaCodes: readonly [string, string];
  /** Real postal codes, the center first; their coordinates come from the directory's postal codes. */
  readonly postalCodes: readonly string[];
  /** BCP 47 tags of languages other than English, the most spoken first. */
  readonly languages: readonly string[];
}

const codes = (text: string): string[] => text.split(' ');

export const METROPOLITAN_AREAS: readonly MetropolitanArea[] = [
  {
    code: 'new-haven',
    name: 'New Haven',
    state: 'CT',
    neighboringStates: ['NY', 'RI', 'MA'],
    timeZone: 'America/New_York',
    telephoneAreaCodes: ['203', '475'],
    postalCodes: codes(
      '06511 06510 06513 06515 06519 06516 06514 06473 06460 06405 06492 06450 06401 06604 06606 06702 06708 06437',
    ),
    languages: ['es', 'pt', 'pl'],
  },
  {
    code: 'boston',
    name: 'Boston',
    state: 'MA',
    neighboringStates: ['NH', 'RI', 'ME'],
    timeZone: 'America/New_York',
    telephoneAreaCodes: ['617', '857'],
    postalCodes: codes(
      '02118 02119 02111 02124 02128 02130 02135 02139 02143 02148 02151 02169 01902 01852 02301 01701 02472',
    ),
    languages: ['es', 'pt', 'ht', 'vi', 'zh'],
  },
  {
    code: 'chicago',
    name: 'Chicago',
    state: 'IL',
    neighboringStates: ['IN', 'WI'],
    timeZone: 'America/Chicago',
    telephoneAreaCodes: ['312', '773'],
    postalCodes: codes(
      '60612 60608 60622 60640 60647 60653 60619 60628 60644 60625 60302 60402 60201 60411 60435 60505 60085',
    ),
    languages: ['es', 'pl', 'zh', 'ar'],
  },
  {
    code: 'houston',
    name: 'Houston',
    state: 'TX',
    neighboringStates: ['LA', 'OK'],
    timeZone: 'America/Chicago',
    telephoneAreaCodes: ['713', '832'],
    postalCodes: codes(
      '77004 77002 77006 77009 77020 77021 77036 77057 77074 77081 77091 77098 77504 77449 77478 77550 77301',
    ),
    languages: ['es', 'vi', 'zh', 'ar'],
  },
  {
    code: 'phoenix',
    name: 'Phoenix',
    state: 'AZ',
    neighboringStates: ['NM', 'NV'],
    timeZone: 'America/Phoenix',
    telephoneAreaCodes: ['602', '480'],
    postalCodes: codes(
      '85006 85003 85008 85015 85017 85031 85041 85042 85051 85201 85224 85251 85281 85301 85345 85323 85122',
    ),
    languages: ['es', 'nv', 'ar'],
  },
  {
    code: 'seattle',
    name: 'Seattle',
    state: 'WA',
    neighboringStates: ['OR', 'ID'],
    timeZone: 'America/Los_Angeles',
    telephoneAreaCodes: ['206', '425'],
    postalCodes: codes(
      '98104 98101 98103 98105 98108 98118 98122 98125 98133 98144 98004 98032 98055 98201 98402 98405 98310',
    ),
    languages: ['es', 'vi', 'zh', 'so', 'am'],
  },
  {
    code: 'atlanta',
    name: 'Atlanta',
    state: 'GA',
    neighboringStates: ['AL', 'SC', 'TN'],
    timeZone: 'America/New_York',
    telephoneAreaCodes: ['404', '470'],
    postalCodes: codes(
      '30303 30308 30310 30312 30314 30315 30318 30324 30331 30030 30060 30080 30043 30236 30288 30076 30120',
    ),
    languages: ['es', 'ko', 'am', 'vi'],
  },
  {
    code: 'minneapolis',
    name: 'Minneapolis and Saint Paul',
    state: 'MN',
    neighboringStates: ['WI', 'IA', 'ND', 'SD'],
    timeZone: 'America/Chicago',
    telephoneAreaCodes: ['612', '651'],
    postalCodes: codes(
      '55404 55402 55403 55406 55407 55408 55411 55413 55418 55454 55102 55104 55106 55130 55428 55337 55343',
    ),
    languages: ['so', 'hmn', 'es', 'om'],
  },
];
