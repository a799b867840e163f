import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { projectFolder } from '../config/project-folder.js';
import { readSeedFile, SeedFileError, seedCheck } from '../config/seed-file.js';
import type { Instrument } from '../core/assessment/instrument.js';
import { flawsOfInstrument } from '../core/assessment/instrument-flaws.js';
import { INSTRUMENT_FILE_SCHEMA } from './instrument-schema.js';

const fits = seedCheck<Instrument>(INSTRUMENT_FILE_SCHEMA);

/** The shipped screening instruments, by id. */
export class InstrumentCatalog {
  private constructor(readonly byId: ReadonlyMap<string, Instrument>) {}

  /**
   * Reads every file of the folder, packs in folders of their own included. A `SeedFileError` names the file that
   * cannot be used: a wrong shape, totals that no answers reach, bands with a hole or an overlap.
   */
  static read(folder = join(projectFolder, 'seed-data', 'instruments')): InstrumentCatalog {
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.yaml'),
    );
    const instruments = files.map((name) => {
      const path = join(folder, name);
      const instrument = readSeedFile(path, fits);
      if (instrument.id !== basename(name, '.yaml'))
        throw new SeedFileError(path, [`id: must be ${basename(name, '.yaml')}, as the file's name says`]);
      const flaws = flawsOfInstrument(instrument);
      if (flaws.length > 0) throw new SeedFileError(path, flaws);
      return instrument;
    });
    instruments.sort((a, b) => (a.id < b.id ? -1 : 1));
    return new InstrumentCatalog(new Map(instruments.map((instrument) => [instrument.id, instrument])));
  }

  all(): Instrument[] {
    return [...this.byId.values()];
  }

  find(id: string): Instrument | undefined {
    return this.byId.get(id);
  }
}
