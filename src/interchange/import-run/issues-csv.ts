import { spreadsheetText } from '../spreadsheet-text.js';
import type { NumberedIssue } from './row-issue.js';

/** Issues as CSV (RFC 4180), one line each; every cell is quoted, since codes and names may contain commas. */
export function issuesCsv(issues: readonly NumberedIssue[]): string {
  const lines = [
    ['row', 'kind', 'field', 'value', 'message'],
    ...issues.map(({ row, kind, field, value, message }) => [String(row), kind, field, value, message]),
  ];
  return lines.map((cells) => `${cells.map(quoted).join(',')}\r\n`).join('');
}

function quoted(cell: string): string {
  return `"${spreadsheetText(cell).replaceAll('"', '""')}"`;
}
