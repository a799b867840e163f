/**
 * Shows that a change of the code changes no answer, byte for byte.
 *
 *     node test/support/record-answers.mjs http://127.0.0.1:3000 FOLDER
 *
 * asks a running service that holds the national directory a fixed set of requests, one after another: searches,
 * programs, matches with what is asked after them, assessments and interviews, the registry, the change feed, and
 * requests that are refused. Each answer goes into FOLDER. NAVIGATOR_KEY is a key with the scope `changes`.
 *
 *     node test/support/record-answers.mjs --compare BEFORE AFTER
 *
 * says how many answers are equal byte for byte, and where the others differ; it exits 1 if any does.
 *
 * What differs by itself must not: both builds answer from copies of one data folder (ids of ratings, the secret of
 * cursors and the times in the feed are made with it), on one day (UTC), with RATE_LIMIT_PUBLIC, RATE_LIMIT_KEY,
 * RATE_LIMIT_ATTEMPTS and SHED_LOAD_ABOVE_MS off. Two headers are left out (recording/recorder.mjs says which and why).
 */
import { recordAssessments, recordInstruments, recordInterviews } from './recording/assessment-chapter.mjs';
import { byShape, compareRecordings, shown } from './recording/comparison.mjs';
import { recordDetails, recordSearches, recordStates } from './recording/directory-chapter.mjs';
import { recordFeed } from './recording/feed-chapter.mjs';
import { recordMatches } from './recording/match-chapter.mjs';
import { Recorder } from './recording/recorder.mjs';
import { recordRefusals } from './recording/refusals-chapter.mjs';
import { recordRegistry } from './recording/registry-chapter.mjs';

const SHOWN_POINTERS = 3;
const SHOWN_CHANGES = 3;
const SHOWN_UNEXPECTED = 10;
const USAGE = `Usage:
  NAVIGATOR_KEY=… node test/support/record-answers.mjs http://127.0.0.1:3000 FOLDER
  node test/support/record-answers.mjs --compare BEFORE AFTER`;

const [first, second, third, ...more] = process.argv.slice(2);
try {
  if (first === '--compare' && third !== undefined && more.length === 0) await compare(second, third);
  else if (first !== undefined && URL.canParse(first) && second !== undefined && third === undefined)
    await record(first, second);
  else fail(USAGE);
} catch (error) {
  if (error.cause !== undefined) fail(`${error.message}: ${error.cause.message}`);
  else fail(error instanceof TypeError ? error.stack : error.message);
}

async function record(service, folder) {
  const key = process.env['NAVIGATOR_KEY'];
  if (!key)
    throw new Error(
      'NAVIGATOR_KEY is missing: the change feed needs a key. Create one: navigator key create --scope changes --name recording',
    );
  const began = performance.now();
  const recorder = new Recorder(service, folder, key);
  await recorder.begin();
  const programsIn = await recordStates(recorder);
  const searches = await recordSearches(recorder);
  await recordDetails(recorder, programsIn);
  const matches = await recordMatches(recorder, programsIn);
  await recordInstruments(recorder);
  await recordAssessments(recorder);
  await recordInterviews(recorder);
  await recordRegistry(recorder);
  await recordFeed(recorder);
  await recordRefusals(recorder);
  const { answers } = await recorder.end({ ...searches, ...matches, byChapter: recorder.counts() });
  const seconds = Math.round((performance.now() - began) / 1000);
  console.log(`Recorded ${answers} answers in ${seconds} s: ${listed(recorder.counts())}.`);
  console.log(`${listed(searches)}; ${listed(matches)}.`);
  const { unexpected } = recorder;
  for (const { name, status, body } of unexpected.slice(0, SHOWN_UNEXPECTED))
    console.error(`${name} was answered ${status}, which the list does not expect: ${body.slice(0, 500)}`);
  if (unexpected.length === 0) return;
  console.error(`${unexpected.length} answers have a status that the list does not expect.`);
  process.exitCode = 1;
}

async function compare(before, after) {
  const { equal, differing, warnings } = await compareRecordings(before, after);
  for (const warning of warnings) console.log(warning);
  for (const { name, request, differences } of differing) {
    console.log(`\n${name}: ${request.method} ${request.path}`);
    if (request.body !== undefined) console.log(`  ${request.body}`);
    for (const difference of differences.slice(0, SHOWN_POINTERS)) {
      console.log(`  ${difference.pointer}`);
      console.log(`    before ${shown(difference.before)}`);
      console.log(`    after  ${shown(difference.after)}`);
    }
    if (differences.length > SHOWN_POINTERS)
      console.log(`  and ${differences.length - SHOWN_POINTERS} places more`);
  }
  if (differing.length > 0) console.log('\nWhere answers differ, by the shape of the pointer:');
  for (const { shape, answers, places, changes } of byShape(differing)) {
    console.log(`\n${shape}: in ${answers} answers, ${places} places, ${changes.length} different changes`);
    for (const change of changes.slice(0, SHOWN_CHANGES)) {
      console.log(`  ${change.places} times before ${change.before}`);
      console.log(`  ${' '.repeat(String(change.places).length)}        after ${change.after}`);
    }
  }
  console.log(
    `\n${equal.length} of ${equal.length + differing.length} answers are equal byte for byte: ${listed(chaptersOf(equal))}.`,
  );
  if (differing.length === 0) return;
  const names = differing.map(({ name }) => name);
  console.log(`${differing.length} differ: ${listed(chaptersOf(names))}.`);
  process.exitCode = 1;
}

function chaptersOf(names) {
  const counts = {};
  for (const name of names) {
    const [chapter] = name.split('/');
    counts[chapter] = (counts[chapter] ?? 0) + 1;
  }
  return counts;
}

function listed(counts) {
  return Object.entries(counts)
    .map(([name, count]) => `${name} ${count}`)
    .join(', ');
}

function fail(sentence) {
  console.error(sentence);
  process.exitCode = 2;
}
