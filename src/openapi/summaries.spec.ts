import type { OpenAPIObject } from '@nestjs/swagger';
import { wordOperations } from './summaries.js';

function worded(operation: { summary?: string; description?: string }): object {
  const document = { paths: { '/': { get: operation } } } as unknown as OpenAPIObject;
  wordOperations(document);
  return operation;
}

describe('The words of an operation', () => {
  it('are its comment: the first sentence for lists, the whole of it to read', () => {
    expect(worded({ summary: 'Corrects a program, as a\nmerge patch. A correction stands.' })).toEqual({
      summary: 'Corrects a program, as a merge patch',
      description: 'Corrects a program, as a merge patch. A correction stands.',
    });
    expect(worded({ summary: 'Whether this process runs' })).toEqual({
      summary: 'Whether this process runs',
      description: 'Whether this process runs.',
    });
  });

  it('keep paragraphs apart', () => {
    expect(worded({ summary: 'Ranks programs.\n\nNothing is\nstored.' })).toEqual({
      summary: 'Ranks programs',
      description: 'Ranks programs.\n\nNothing is stored.',
    });
  });

  it('are never cut within a sentence', () => {
    const first = `Imports grades of other schemes (CEBC, Title IV-E): ${'each as a draft, '.repeat(10)}with its link`;
    expect(worded({ summary: `${first}. No other.` })).toMatchObject({ summary: first });
  });
});
