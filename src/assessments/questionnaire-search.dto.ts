import { askedCount, FhirPaging } from '../http/fhir/fhir-search.dto.js';
import { alternativesIn, SearchValues } from '../http/fhir/search-values.decorator.js';
import type { CursorCodec } from '../http/pages/cursor.js';

/** Which Questionnaires to find. */
export class QuestionnaireSearch extends FhirPaging {
  /** Logical ids. */
  @SearchValues({ example: 'audit-c' })
  _id?: string[];

  /** The canonical address, whole. */
  @SearchValues({ example: 'urn:treatment-navigator:questionnaire:audit-c' })
  url?: string[];

  /** A code of the whole instrument, as `system|code` or `code`: LOINC's for the PHQ-9 is `44249-1`. */
  @SearchValues({ example: 'http://loinc.org|44249-1' })
  code?: string[];
}

type Questionnaire = Readonly<Record<string, unknown>>;

/** Whether a Questionnaire has each of what is asked for. */
export function isFound(questionnaire: Questionnaire, { _id, url, code }: QuestionnaireSearch): boolean {
  const codings = (questionnaire['code'] ?? []) as readonly { system: string; code: string }[];
  const hasCode = (token: string) =>
    codings.some(
      (one) => token === one.code || token === `|${one.code}` || token === `${one.system}|${one.code}`,
    );
  return (
    hasEach(_id, (value) => questionnaire['id'] === value) &&
    hasEach(url, (value) => questionnaire['url'] === value) &&
    hasEach(code, hasCode)
  );
}

function hasEach(values: readonly string[] | undefined, has: (value: string) => boolean): boolean {
  return (values ?? []).every((value) => alternativesIn(value).some(has));
}

/** A page of a list that is in memory, and the place of the next. */
export function pageOfList<Item>(
  items: readonly Item[],
  search: QuestionnaireSearch,
  codec: CursorCodec,
): { page: readonly Item[]; next?: string } {
  const { _cursor: cursor, _count: _size, _format, ...rest } = search;
  const kind = `Questionnaire ${JSON.stringify(rest)}`;
  const start = cursor === undefined ? 0 : (codec.decode(kind, cursor, { parameter: '_cursor' }) as number);
  const end = start + askedCount(search);
  const isMore = end > start && end < items.length;
  return { page: items.slice(start, end), ...(isMore ? { next: codec.encode(kind, end) } : {}) };
}
