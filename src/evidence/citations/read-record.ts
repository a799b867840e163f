import type { CitationRecord } from '../../core/evidence/citation-record.js';

/** One record of a file: its content, or why it cannot be used. */
export type ReadRecord =
  | { readonly record: CitationRecord; readonly remark?: string; readonly flaw?: undefined }
  | { readonly record?: undefined; readonly remark?: undefined; readonly flaw: string };

/** The whole file does not have the stated format. The message continues "The file". */
export class NotOfThisFormat extends Error {
  override name = 'NotOfThisFormat';
}

/** Reads each record of a file; one that its reader cannot cope with refuses itself alone, and never the file. */
export function readEach<Raw>(records: readonly Raw[], read: (record: Raw) => ReadRecord): ReadRecord[] {
  return records.map((record) => {
    try {
      return read(record);
    } catch {
      return { flaw: 'cannot be read; export it again, or create it by hand' };
    }
  });
}
