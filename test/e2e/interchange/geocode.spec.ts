import { countDoorless, geocodePrograms } from '../../../src/interchange/geocoder/geocode-programs.js';
import { geocodingServiceAt } from '../../../src/interchange/geocoder/geocoding-services.js';
import { today } from '../../support/days.js';
import { LocalGeocoder, nominatimPlace } from '../../support/geocoder-double.js';
import { facility } from '../../support/samhsa/facility-files.js';
import { ImportDatabase } from '../../support/import-database.js';

let database: ImportDatabase;
beforeEach(async () => {
  database = await ImportDatabase.open();
});
afterEach(() => database.close());

const FACILITIES = [
  facility(),
  facility({ name2: 'Residential Services' }),
  facility({ name1: 'Far House', street1: '2 Elm Street' }),
  facility({ name1: 'Boxed House', street1: 'P.O. Box 12' }),
  facility({ name1: 'Secret House', street1: '', street2: '' }),
];

describe('The addresses of a directory', () => {
  it('are sent to a geocoder once each; what it finds are doors with its name and the day', async () => {
    await database.directory(...FACILITIES);
    const { dataSource } = database;
    const geocoder = await LocalGeocoder.open(({ query }) => ({
      // The second address is found in another part of the country.
      body: nominatimPlace(query['street']!.includes('Elm') ? { lat: '34.0', lon: '-118.2' } : {}),
    }));
    try {
      const service = geocodingServiceAt(`${geocoder.address}/search`)!;
      expect(await countDoorless(dataSource, 'CT')).toEqual({ places: 2, programs: 3 });
      expect(await countDoorless(dataSource, 'NY')).toEqual({ places: 0, programs: 0 });
      expect(geocoder.asked).toEqual([]);
      expect(await geocodePrograms(dataSource, service, { today, pauseMs: 0 })).toEqual({
        places: 2,
        found: 1,
        unknown: 1,
        programs: 2,
      });
      expect(geocoder.asked.map(({ query }) => query['street'])).toEqual([
        '1 Long Wharf Drive',
        '2 Elm Street',
      ]);
      const doors: unknown = await dataSource.query(
        `SELECT DISTINCT l.door_source AS source, l.door_latitude AS latitude, l.door_as_of::text AS day, s.said_by AS by
           FROM location l JOIN program p ON p.location_id = l.id
           JOIN program_source s ON s.program_id = p.id AND s.source = 'geocoder'`,
      );
      expect(doors).toEqual([{ source: 'geocoder', latitude: 41.3001, day: today, by: '127.0.0.1' }]);
      // A door that is known is not asked for again.
      await geocodePrograms(dataSource, service, { today, pauseMs: 0 });
      expect(geocoder.asked.map(({ query }) => query['street'])).toEqual([
        '1 Long Wharf Drive',
        '2 Elm Street',
        '2 Elm Street',
      ]);
    } finally {
      await geocoder.close();
    }
  });
});
