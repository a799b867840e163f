import type { StatedFacts } from '../directory/source-record.js';
import { type RecordAtDoor, statementAtDoor } from './door-statement.js';

const ADDRESS = '12 Harbor Street, Norwich, CT 06360';
const CENTER = { latitude: 41.55, longitude: -72.09 };
const point = (latitude: number) => ({ latitude, longitude: -72.08, precision: 'address' as const });
const record = (key: string, facts: StatedFacts, isSameOrganization = true): RecordAtDoor => ({
  key,
  facts,
  isSameOrganization,
});
const stated = (...records: RecordAtDoor[]) =>
  statementAtDoor(records, { address: ADDRESS, near: CENTER })?.facts;

describe('Records at the door of a program', () => {
  it('say where the door is, with its address, whoever is behind it', () => {
    expect(stated(record('a', { coordinates: point(41.54), website: 'a.example' }, false))).toEqual({
      coordinates: { ...point(41.54), address: ADDRESS },
    });
  });

  it('say the rest only if they are of its organization', () => {
    const own = record('b', { website: 'b.example', licenses: { yes: ['dea'] } });
    expect(stated(record('a', { website: 'a.example' }, false), own)).toEqual(own.facts);
  });

  it('say nothing on which they differ', () => {
    expect(
      stated(record('a', { website: 'a.example' }), record('b', { website: 'b.example' })),
    ).toBeUndefined();
    expect(
      stated(record('a', { coordinates: point(41.54) }), record('b', { coordinates: point(41.55) })),
    ).toBeUndefined();
  });

  it('agree on a site by its host, and on a door within 500 m', () => {
    const near = record('b', { website: 'https://elm.example/norwich', coordinates: point(41.541) });
    expect(stated(near, record('a', { website: 'www.elm.example', coordinates: point(41.54) }))).toEqual({
      website: 'www.elm.example',
      coordinates: { ...point(41.54), address: ADDRESS },
    });
  });

  it('are at another place if their point is more than 50 km from the center of the ZIP code', () => {
    expect(stated(record('a', { coordinates: point(42.1) }))).toBeUndefined();
  });

  it('say the same in any order', () => {
    const records = [
      record('a', { website: 'elm.example/a' }),
      record('b', { website: 'www.elm.example' }),
      record('c', { coordinates: point(41.54) }, false),
    ];
    const door = { address: ADDRESS };
    expect(statementAtDoor(records.toReversed(), door)).toEqual(statementAtDoor(records, door));
    expect(statementAtDoor(records, door)?.from).toBe('a');
  });
});
