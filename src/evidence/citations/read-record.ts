import type { CitationRecord } from '../../core/evidence/citation-record.js';

/** One record of a file: its content, or why it cannot be used. */
export type ReadRecord =
  | { readonly record: CitationRecord; readonly remark?: string; readonly flaw?: undefined }
  | { readonly record?: undefined; readonly remark?: undefined; readonly flaw: string };

/** The whole file does not have the stated format. The message continues "The file". */
export class NotOfThisFormat extends Error {
  override name = 'NotOfThisFormat';
}
