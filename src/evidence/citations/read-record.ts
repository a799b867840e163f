import type { CitationRecord } from '../../core/evidence/citation-record.js';

/** One record of a file: what it says of a work, or why nothing can be taken from it. */
export type ReadRecord =
  | { readonly record: CitationRecord; readonly remark?: string; readonly flaw?: undefined }
  | { readonly record?: undefined; readonly remark?: undefined; readonly flaw: string };

/** The whole file is not of the format it was said to be. The message goes on from "The file". */
export class NotOfThisFormat extends Error {
  override name = 'NotOfThisFormat';
}
