import { Command } from 'commander';
import { StartError } from '../config/start-error.js';
import type { Connection } from '../database/connection.js';
import { showProgress } from './progress.js';
import { stateArgument } from './state-argument.js';
import { wholeNumber } from './whole-number.js';

interface GeocodeArguments {
  readonly state?: string;
  readonly dryRun?: boolean;
  readonly pause: number;
}

type WithDatabase = (use: (connection: Connection) => Promise<void>) => Promise<void>;

/** Public services allow one request a second. */
const PAUSE_MS = 1_000;

/** `geocode`: asks the geocoder of `GEOCODER_URL` where programs are. */
export function geocodeCommand(geocoderUrl: () => string | undefined, withDatabase: WithDatabase): Command {
  return new Command('geocode')
    .description('ask the geocoder of GEOCODER_URL where the programs are for which no source states a door')
    .option('--state <code>', 'programs in this state', stateArgument)
    .option('--dry-run', 'count what would be asked; ask nothing and write nothing')
    .option('--pause <ms>', 'between two requests', wholeNumber(0, 600_000), PAUSE_MS)
    .addHelpText(
      'after',
      `
Sends street addresses of the directory, and nothing else. What is found is stored in groups:
a run that ends in the middle goes on with the next one.`,
    )
    .action((options: GeocodeArguments) => geocode(geocoderUrl(), options, withDatabase));
}

async function geocode(
  url: string | undefined,
  { state, dryRun, pause }: GeocodeArguments,
  withDatabase: WithDatabase,
): Promise<void> {
  if (url === undefined)
    throw new StartError(
      'GEOCODER_URL is not set: set it to the address of a geocoder, such as http://127.0.0.1:8080/search (Nominatim), http://127.0.0.1:4000/v1/search/structured (Pelias) or https://geocoding.geo.census.gov/geocoder/locations/addressbatch (Census).',
    );
  const { DataSource } = await import('typeorm');
  const { today } = await import('../config/today.js');
  const { dataSourceOptions } = await import('../database/connection.js');
  const { ENTITIES } = await import('../entities.js');
  const { countDoorless, geocodePrograms } = await import('../interchange/geocoder/geocode-programs.js');
  const { GeocoderFailed } = await import('../interchange/geocoder/geocoding-service.js');
  const { geocodingServiceAt } = await import('../interchange/geocoder/geocoding-services.js');
  const service = geocodingServiceAt(url);
  if (!service)
    throw new StartError(
      'The path of GEOCODER_URL is of no geocoder that is known: it ends with /search (Nominatim), /v1/search/structured (Pelias) or /addressbatch (Census).',
    );
  await withDatabase(async (connection) => {
    const dataSource = new DataSource({ ...dataSourceOptions(connection, 0), entities: ENTITIES });
    await dataSource.initialize();
    const progress = showProgress('Geocoding');
    const which = state === undefined ? {} : { state };
    try {
      if (dryRun) {
        const { places, programs } = await countDoorless(dataSource, state);
        console.log(`${places} addresses of ${programs} programs would be sent to ${service.name}.`);
        return;
      }
      const report = await geocodePrograms(dataSource, service, {
        ...which,
        today: today(),
        pauseMs: pause,
        onProgress: (done, total) => progress.update(done, total),
      });
      progress.stop();
      console.log(
        `${report.places} addresses were sent to ${service.name}: ${report.found} doors found, ${report.unknown} not. ${report.programs} programs have a door now.`,
      );
    } catch (error) {
      if (!(error instanceof GeocoderFailed)) throw error;
      throw new StartError(`${error.message} What was found before is stored; run the command again.`);
    } finally {
      progress.stop();
      await dataSource.destroy();
    }
  });
}
