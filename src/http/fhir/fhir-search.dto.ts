import { Code } from '../validation/codes.decorators.js';
import { Text } from '../validation/value.decorators.js';

const FORMATS = ['json', 'application/json', 'application/fhir+json'] as const;

/** The most resources of one page. */
export const MOST_RESOURCES = 200;
const DEFAULT_RESOURCES = 50;

/** How a resource is read. */
export class FhirView {
  /** Only JSON is spoken here. */
  @Code(FORMATS, { optional: true })
  _format?: string;
}

/** What every search takes. */
export class FhirPaging extends FhirView {
  static readonly ignoresUnknown = true;
  static readonly bodyMayBeLeftOut = true;

  /** Resources of a page: 50 if omitted, at most 200; with 0 only their number is answered. */
  @Text({
    optional: true,
    max: 3,
    pattern: { matches: /^(200|1?\d?\d)$/, message: 'must be a whole number from 0 to 200' },
    example: '20',
  })
  _count?: string;

  /** `count` answers only how many there are. */
  @Code(['count'], { optional: true })
  _summary?: 'count';

  /** From the link to the next page; opaque. */
  @Text({ optional: true, max: 1000 })
  _cursor?: string;
}

/** How many resources a search asks for; 0 for their number alone. */
export function askedCount({ _count, _summary }: FhirPaging): number {
  return _summary === 'count' ? 0 : Number(_count ?? DEFAULT_RESOURCES);
}
