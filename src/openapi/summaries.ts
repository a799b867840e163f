import type { OpenAPIObject } from '@nestjs/swagger';
import { operationsIn } from './operations-in.js';

interface Worded {
  summary?: string;
  description?: string;
}

/**
 * Gives every operation a one-line summary and a description. A doc comment is one text: its first sentence is the
 * summary, and the whole text the description.
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

/**
 * The first sentence, without its full stop. It is never truncated: a comment with a long first sentence must be
 * rewritten.
 */
function summaryOf(text: string): string {
  const [first = ''] = joinLines(text).split(/(?<=[.!?])\s|\n\n/, 1);
  return first.replace(/\.$/, '');
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

/** Joins the lines of each paragraph of a comment. */
function joinLines(text: string): string {
  return text.replace(/(?<!\n)\n(?!\n|[-*] )/g, ' ');
}
