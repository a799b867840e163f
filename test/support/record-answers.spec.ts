import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectFolder } from '../../src/config/project-folder.js';

const SCRIPT = join(projectFolder, 'test/support/record-answers.mjs');

let folder: string;
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'recordings-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A recording of answers with these bodies, by name. */
function recording(name: string, bodies: Record<string, string>, day = '2026-11-30'): string {
  const path = join(folder, name);
  mkdirSync(join(path, 'matches'), { recursive: true });
  const lines = Object.keys(bodies).map((answer) =>
    JSON.stringify({
      name: `matches/${answer}`,
      request: { method: 'POST', path: '/v1/matches', headers: {}, body: '{"limit":1}' },
      status: 200,
      headers: { 'content-type': 'application/json' },
    }),
  );
  for (const [answer, body] of Object.entries(bodies))
    writeFileSync(join(path, 'matches', `${answer}.body`), body);
  writeFileSync(join(path, 'answers.jsonl'), `${lines.join('\n')}\n`);
  writeFileSync(join(path, 'recording.json'), JSON.stringify({ day, endedOn: day }));
  return path;
}

function run(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  const { NAVIGATOR_KEY: _key, ...env } = process.env;
  return spawnSync(process.execPath, [SCRIPT, ...args], { encoding: 'utf8', env });
}

describe('record-answers --compare', () => {
  const bodies = {
    '001': '{"total":2,"matches":[{"reason":"Near."},{"reason":"Far."}]}',
    '002': '{"total":0}',
  };

  it('passes two recordings that are equal byte for byte', () => {
    const { status, stdout } = run('--compare', recording('a', bodies), recording('b', bodies));
    expect(status).toBe(0);
    expect(stdout).toContain('2 of 2 answers are equal byte for byte: matches 2.');
  });

  it('shows the request and each place that differs, and counts places of one shape together', () => {
    const changed = { ...bodies, '001': bodies['001'].replaceAll('.', '!') };
    const { status, stdout } = run('--compare', recording('c', bodies), recording('d', changed));
    expect(status).toBe(1);
    expect(stdout).toContain(
      'matches/001: POST /v1/matches\n  {"limit":1}\n' +
        '  /matches/0/reason\n    before "Near."\n    after  "Near!"\n' +
        '  /matches/1/reason\n    before "Far."\n    after  "Far!"\n',
    );
    expect(stdout).toContain('/matches/*/reason: in 1 answers, 2 places, 2 different changes\n');
    expect(stdout).toContain('1 of 2 answers are equal byte for byte: matches 1.');
  });

  it.each([
    ['the order of keys', '{"matches":[],"total":0}', '{"total":0,"matches":[]}', ' (order of keys)'],
    ['a key', '{"total":0,"held":null}', '{"total":0}', '/held'],
    ['how a number is written', '{"total":0}', '{"total":0.0}', 'byte 10'],
    ['a body that is no JSON', 'one', 'two', 'byte 0'],
  ])('finds a difference in %s', (_what, before, after, pointer) => {
    const pair = [recording('e', { '001': before }), recording('f', { '001': after })];
    const { status, stdout } = run('--compare', ...pair);
    expect(status).toBe(1);
    expect(stdout).toContain(`\n  ${pointer}\n`);
  });

  it('finds an answer that one side does not have', () => {
    const { '002': _gone, ...fewer } = bodies;
    const { status, stdout } = run('--compare', recording('g', bodies), recording('h', fewer));
    expect(status).toBe(1);
    expect(stdout).toContain('    before "recorded"\n    after  (absent)\n');
  });

  it('warns of recordings of two days', () => {
    const pair = [recording('i', bodies), recording('j', bodies, '2026-12-01')];
    expect(run('--compare', ...pair).stdout).toContain('(2026-11-30, 2026-12-01)');
  });

  it('refuses an incomplete recording', () => {
    const broken = recording('k', bodies);
    rmSync(join(broken, 'recording.json'));
    const { status, stderr } = run('--compare', broken, broken);
    expect(status).toBe(2);
    expect(stderr).toContain(`${broken} is no whole recording`);
  });
});
