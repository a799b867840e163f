import type { OpenAPIObject } from '@nestjs/swagger';
import { operationsIn } from './operations-in.js';

interface Worded {
  summary?: string;
  description?: string;
}

const LONGEST_SUMMARY = 120;

/**
 * Gives every operation a summary of one line and a description: doc comments come as one text, of which the first
 * clause is the summary and the whole the description.
 */
export function wordOperations(document: OpenAPIObject): void {
  for (const { operation } of operationsIn<Worded>(document)) {
    const text = operation.summary;
    if (text === undefined) continue;
    operation.description = joinLines(
      operation.description === undefined ? sentence(text) : `${text}\n\n${operation.description}`,
    );
    operation.summary = summaryOf(text);
  }
}

/** The first sentence, or what of it stands before a colon or semicolon where it is long; without a full stop. */
function summaryOf(text: string): string {
  const [first = ''] = joinLines(text).split(/(?<=[.!?])\s|\n\n/, 1);
  const short = first.length > LONGEST_SUMMARY ? (first.split(/[:;,] /, 1)[0] ?? first) : first;
  return short.replace(/\.$/, '');
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

/** Lines of a comment that belong to one paragraph are one line. */
function joinLines(text: string): string {
  return text.replace(/(?<!\n)\n(?!\n|[-*] )/g, ' ');
}
