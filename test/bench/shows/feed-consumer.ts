import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Ask, FeedFollower, type SavedCopy } from '../../support/feed-follower.js';

/**
 * A partner's process that keeps a copy of the directory, to be killed: `node feed-consumer.js ADDRESS TOKEN FILE`. It
 * saves place and copy in one file, now and then, and ends once there is nothing more and FILE.end exists.
 */
const [, , address = '', token = '', file = ''] = process.argv;
/** With which this process ends where it is refused. */
const REFUSED = 2;

const ask: Ask = async (path) => {
  const response = await fetch(address + path, { headers: { authorization: `Bearer ${token}` } });
  const { status } = response;
  // What is refused now will be refused again: nobody is to start this process anew.
  if (status === 401 || status === 403) {
    console.log(`${path} was answered ${status}: ${await response.text()}`);
    process.exit(REFUSED);
  }
  return { status, body: await response.json() };
};

function save({ cursor, copy }: SavedCopy): void {
  writeFileSync(`${file}.new`, JSON.stringify({ cursor, copy: [...copy] }));
  renameSync(`${file}.new`, file);
}

function load(): SavedCopy {
  const { cursor, copy } = JSON.parse(readFileSync(file, 'utf8')) as {
    cursor: string;
    copy: [string, { version: number; body: unknown }][];
  };
  return { cursor, copy: new Map(copy) };
}

const follower = existsSync(file) ? FeedFollower.fromSaved(ask, load()) : await FeedFollower.fromCopy(ask);
for (let turn = 0; ; turn++) {
  // Looked at before the question: what was written before the end is in the answer.
  const isEnding = existsSync(`${file}.end`);
  try {
    if (!(await follower.follow(100)) && isEnding) break;
  } catch {
    // The service or its database is away; what was read halfway is read again.
    follower.crash();
    await sleep(100);
  }
  if (turn % 3 === 0) save(follower.save());
}
save(follower.save());
