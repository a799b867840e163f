import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderToString } from 'preact-render-to-string';
import { projectFolder } from '../../../config/project-folder.js';
import type { PlanAnswer } from '../../service/coach-api.js';
import { coachWords } from '../../words/coach-words.js';
import { wordsOf } from '../../words/words.js';
import { PlanView } from './plan-view.js';

/** What the service answered when the examples of the contract were recorded. */
const { plan } = (
  JSON.parse(readFileSync(join(projectFolder, 'openapi/examples/plansMake.json'), 'utf8')) as {
    response: PlanAnswer;
  }
).response;

function shown(language: 'en' | 'es', namesOnPaper = false): string {
  return renderToString(
    <PlanView
      plan={plan!}
      words={wordsOf(language)}
      coachWords={coachWords(language)}
      language={language}
      namesOnPaper={namesOnPaper}
    />,
  );
}

describe('The plan', () => {
  it('begins by saying that it is no advice and was not reviewed', () => {
    const html = shown('en');
    expect(html.indexOf(plan!.note)).toBeGreaterThan(0);
    expect(html.indexOf(plan!.note)).toBeLessThan(html.indexOf('<h2>'));
  });

  it('keeps the part of the coach off the paper, and what names a substance unless it is wanted', () => {
    const html = shown('en');
    for (const { items } of plan!.sections)
      for (const { sheet } of items) expect(['now', 'later', 'rights', 'coach']).toContain(sheet);
    expect(html).toContain(coachWords('en').forCoachOnly);
    expect(html).toMatch(/class="for-coach screen"/);
    expect(html).toContain('class="sheet plan discreet"');
    expect(shown('en', true)).toContain('class="sheet plan"');
  });

  it('has a line to write on for every blank, and no underscores', () => {
    expect(shown('en')).not.toContain('____');
  });

  it('writes the days of the contacts in the language of the page', () => {
    const [first] = plan!.contacts;
    expect(first!.on).toBe('2026-11-26');
    expect(shown('en')).toContain('November 26, 2026');
    expect(shown('es')).toContain('26 de noviembre de 2026');
  });
});
