import 'reflect-metadata';
import { setTimeout as sleep } from 'node:timers/promises';
import { Module } from '@nestjs/common';
import { AppModule } from '../../../src/app.module.js';
import { readEnv } from '../../../src/config/env.js';
import { createHttpApp } from '../../../src/create-app.js';
import { Readiness } from '../../../src/health/readiness.js';
import { listen } from '../../../src/start/listen.js';
import { median } from '../bench-part.js';
import { BENCH_FORMS, type BenchForm, requestsIn } from './bench-requests.js';
import { ConstantController } from './constant.controller.js';
import { RebuildController } from './rebuild.controller.js';
import { UsageController } from './usage.controller.js';

/** The whole service, with what only a bench asks for beside it. */
const env = readEnv();

@Module({
  imports: [AppModule.register({ url: env.databaseUrl })],
  controllers: [ConstantController, RebuildController, UsageController],
})
class BenchModule {}

const app = await createHttpApp(BenchModule, env);
await app.init();
// Until the directory is in memory, a match is answered 503.
const readiness = app.get(Readiness);
while (!readiness.isReady()) await sleep(20);

// The constant answers are real ones of the middle size, so that both endpoints send as much.
for (const form of Object.keys(BENCH_FORMS) as BenchForm[]) {
  const answers: string[] = [];
  for (const { headers, body } of requestsIn(form)) {
    const answer = await app.inject({ method: 'POST', url: '/v1/matches', headers, payload: body });
    if (answer.statusCode !== 200)
      throw new Error(`A match was answered ${answer.statusCode}: ${answer.body}`);
    answers.push(answer.body);
  }
  const middle = median(answers.map((answer) => answer.length));
  ConstantController.bodies.set(
    form,
    answers.find((answer) => answer.length === middle)!,
  );
}

console.log(`Ready at ${await listen(app, env)}`);
process.once('SIGTERM', () => void app.close().then(() => process.exit(0)));
