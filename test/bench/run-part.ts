import 'reflect-metadata';
import type { BenchSetting } from './bench-part.js';
import { ALL_PARTS } from './all-parts.js';

/** One part in a process of its own: `run-part.js <part> prepare|measure <setting as JSON>`. Tells the parent the result. */
const [name, step, setting] = process.argv.slice(2) as [string, 'prepare' | 'measure', string];
const part = ALL_PARTS.find((one) => one.name === name)!;
const work = JSON.parse(setting) as BenchSetting;
process.send!(step === 'prepare' ? ((await part.prepare?.(work)) ?? null) : await part.measure(work));
process.disconnect();
