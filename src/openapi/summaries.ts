import type { OpenAPIObject } from '@nestjs/swagger';
import { operationsIn } from './operations-in.js';

interface Worded {
  summary?: string;
  description?: string;
}

/**
 * Gives every operation a summary of one line and a description: doc comments come as one text, of which the first
 * sentence is the summary and the whole the description.
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

/** The first sentence, without its full stop. It is never cut: a comment whose first sentence is long is rewritten. */
function summaryOf(text: string): string {
  const [first = ''] = joinLines(text).split(/(?<=[.!?])\s|\n\n/, 1);
  return first.replace(/\.$/, '');
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

/** Lines of a comment that belong to one paragraph are one line. */
function joinLines(text: string): string {
  return text.replace(/(?<!\n)\n(?!\n|[-*] )/g, ' ');
}
