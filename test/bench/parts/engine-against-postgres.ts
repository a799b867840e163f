import { Client } from 'pg';
import { seededKnowledge } from '../../cases/seeded-knowledge.js';
import { clientOptions } from '../../support/test-database.js';
import { benchEngine } from '../bench-engine.js';
import { benchNeeds } from '../bench-needs.js';
import { type BenchPart, type BenchSetting, median } from '../bench-part.js';
import { oracleEngine } from '../oracle-engine.js';
import {
  askedOf,
  askRival,
  prepareRival,
  readRival,
  RIVAL_SHAPES,
  rivalParameters,
} from '../rival/rival-query.js';
import { fillRivalTable, rivalCodes } from '../rival/rival-table.js';
import { SqliteRival } from '../rival/sqlite-rival.js';
import { checkSameAnswer } from '../same-answer.js';
import { syntheticDirectory } from '../synthetic-directory.js';
import { timeRounds, timeRoundsLater } from '../timing.js';

const PLACES = 50;
/** The plain function takes its time: of a large directory it judges some of the needs, the engine all of them. */
const JUDGED = 200_000;
const WARM_UP_MS = 1_500;
const ROUNDS = 4;
const BUDGET_MS = 1_000;

interface Prepared {
  readonly best: string;
  readonly tried: Readonly<Record<string, number>>;
}

/** One need after another against the same directory in PostgreSQL, which answers with the best query found. */
export function engineAgainstPostgres(programs: number, atLeast: number): BenchPart {
  const label = programs >= 1000 ? `${programs / 1000}k` : String(programs);
  return {
    name: `engine-${label}`,
    about: `one match of ${programs.toLocaleString('en')} programs, ${benchEngine.name} against PostgreSQL`,
    targets: [
      {
        what: `one match at ${programs.toLocaleString('en')} programs against the best PostgreSQL query with the same answer`,
        figure: 'times faster',
        bound: { atLeast },
        unit: '×',
      },
    ],
    prepare: (setting) => prepare(setting, programs),
    measure: async (setting) => {
      const needs = benchNeeds(PLACES);
      const knowledge = seededKnowledge();
      const candidates = [...syntheticDirectory(programs)];
      const codes = rivalCodes(candidates);
      const engine = benchEngine.build(candidates, knowledge);
      const { best } = setting.prepared as Prepared;
      const shape = RIVAL_SHAPES.find(({ name }) => name === best)!;
      const client = await open(setting);
      try {
        await prepareRival(client, shape);
        const asked = needs.map((need) => ({ need, parameters: rivalParameters(need, knowledge, codes) }));
        for (const { need, parameters } of asked)
          checkSameAnswer(
            shape.name,
            engine.top(need),
            readRival((await askRival(client, shape, parameters)).rows, need),
          );
        const sqlite = SqliteRival.filledWith(candidates, needs[0]!, knowledge, codes);
        for (const { need, parameters } of asked)
          checkSameAnswer('SQLite', engine.top(need), sqlite.top(parameters, need));
        const bySqlite = (ms: number) => timeRounds(asked, ({ parameters }) => sqlite.ask(parameters), ms);
        const bySelf = (ms: number) => timeRounds(needs, (need) => engine.top(need), ms);
        const byRival = (ms: number) =>
          timeRoundsLater(asked, ({ parameters }) => askRival(client, shape, parameters), ms);
        bySelf(WARM_UP_MS);
        await byRival(WARM_UP_MS);
        bySqlite(WARM_UP_MS);
        const engineTimes: number[] = [];
        const rivalTimes: number[] = [];
        const sqliteTimes: number[] = [];
        for (let round = 0; round < ROUNDS; round++) {
          engineTimes.push(...bySelf(BUDGET_MS));
          rivalTimes.push(...(await byRival(BUDGET_MS)));
          sqliteTimes.push(...bySqlite(BUDGET_MS));
        }
        return {
          'engine p50 ms': median(engineTimes),
          'PostgreSQL p50 ms': median(rivalTimes),
          'SQLite with R*Tree p50 ms': median(sqliteTimes),
          'times faster': median(rivalTimes) / median(engineTimes),
          'times faster than SQLite': median(sqliteTimes) / median(engineTimes),
          'programs in the universe': median(needs.map((need) => engine.top(need).universe)),
        };
      } finally {
        await client.end();
      }
    },
  };
}

/** Fills the table, tries every way to ask, checks every answer, and names the quickest. */
async function prepare(setting: BenchSetting, programs: number): Promise<Prepared> {
  const needs = benchNeeds(PLACES);
  const knowledge = seededKnowledge();
  const candidates = [...syntheticDirectory(programs)];
  const oracle = oracleEngine.build(candidates, knowledge);
  const engine = benchEngine.build(candidates, knowledge);
  const judged = needs.slice(0, programs >= JUDGED ? 10 : PLACES);
  const answers = judged.map((need) => oracle.top(need));
  judged.forEach((need, i) => checkSameAnswer(benchEngine.name, answers[i]!, engine.top(need)));
  console.error(`Asked by every need: ${askedOf(needs[0]!).join(', ')}.`);

  const filling = await open(setting);
  const codes = await fillRivalTable(filling, candidates, needs[0]!, knowledge);
  await filling.end();
  const tried: Record<string, number> = {};
  for (const shape of RIVAL_SHAPES) {
    const client = await open(setting);
    await prepareRival(client, shape);
    const ask = (need: (typeof needs)[number]) =>
      askRival(client, shape, rivalParameters(need, knowledge, codes));
    for (const [i, need] of judged.entries())
      checkSameAnswer(shape.name, answers[i]!, readRival((await ask(need)).rows, need));
    tried[shape.name] = median(await timeRoundsLater(needs, ask, BUDGET_MS));
    console.error(`PostgreSQL, ${shape.name}: ${tried[shape.name]!.toFixed(2)} ms`);
    await client.end();
  }
  const [best] = Object.entries(tried).sort(([, a], [, b]) => a - b)[0]!;
  return { best, tried };
}

async function open({ server }: BenchSetting): Promise<Client> {
  const client = new Client(clientOptions(server));
  await client.connect();
  return client;
}
