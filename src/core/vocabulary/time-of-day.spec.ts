import { flawOfTime, minutesOfTime, type TimeSide } from './time-of-day.js';

describe('A time of day', () => {
  it.each<[TimeSide, string]>([
    ['start', '00:00'],
    ['start', '23:59'],
    ['end', '00:00'],
    ['end', '17:30'],
    ['end', '24:00'],
  ])('may be, as a %s, %s', (side, time) => {
    expect(flawOfTime(time, side)).toBeUndefined();
  });

  it('may not begin at 24:00, and the message says how to write it', () => {
    expect(flawOfTime('24:00', 'start')).toEqual({
      message: expect.stringContaining('write 00:00 of the next day'),
      suggestion: '00:00',
    });
  });

  it.each<[string, string]>([
    ['9:00', '09:00'],
    ['9 am', '09:00'],
    ['9am', '09:00'],
    ['9 AM', '09:00'],
    ['9 a.m.', '09:00'],
    ['9:30 pm', '21:30'],
    ['09:30 PM', '21:30'],
    ['12 am', '00:00'],
    ['12 pm', '12:00'],
    ['12:15 a.m.', '00:15'],
    ['noon', '12:00'],
    ['Midnight', '00:00'],
    ['0900', '09:00'],
    ['900', '09:00'],
    ['17.30', '17:30'],
    ['17h30', '17:30'],
    ['09:00:00', '09:00'],
    [' 09:00 ', '09:00'],
  ])('written as "%s" is to be written %s', (loose, strict) => {
    for (const side of ['start', 'end'] as const)
      expect(flawOfTime(loose, side)).toEqual({
        message: expect.stringContaining(`write ${strict}`),
        suggestion: strict,
      });
  });

  it.each(['9', '25:00', '24:01', '13 pm', '0 am', '9:5', '9:60', '2400', 'late', '', '９:00', 'am'])(
    'written as "%s" is refused without a guess',
    (loose) => {
      expect(flawOfTime(loose, 'start')).toEqual({ message: expect.stringContaining('such as 09:00') });
    },
  );

  it.each([9, null, undefined, ['09:00'], {}])('is a string, never %p', (value) => {
    expect(flawOfTime(value, 'end')).toEqual({ message: expect.stringContaining('a string') });
  });

  it('is counted in minutes, and the end of a day is 1440', () => {
    expect(['00:00', '09:05', '24:00'].map(minutesOfTime)).toEqual([0, 545, 1440]);
  });
});
