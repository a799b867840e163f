import { looksAsFar } from '../distance-words.js';
import { number, type SentenceTemplate, type SentenceValues } from '../sentence-template.js';
import type { TravelReason } from '../../matching/codes.js';
import { about, whole } from './phrases.en.js';

const driving = (v: SentenceValues): string => (v.assumed === true ? ' We assumed a car.' : '');

/** English sentences of the way to a program, and of how far programs are, for the person. */
export const TRAVEL_FOR_PERSON_EN: Readonly<Record<TravelReason, SentenceTemplate>> = {
  'reach.none_within': (v) =>
    looksAsFar(v)
      ? `There is none within ${whole(v.max, v)}. The nearest is a little farther.`
      : `There is none within ${whole(v.max, v)}. The nearest is ${about(v.meters, v)} away.`,
  'reach.none': (v) => `There is none within ${whole(v.max, v)}, and none farther away.`,
  'travel.estimate': (v) =>
    `This is a rough guess, from a straight line. It leaves out traffic.${driving(v)}`,
  'travel.route': (v) => `This time is from a map service. It leaves out traffic.${driving(v)}`,
  'travel.no_route': (v) => `The map service finds no way there.${driving(v)}`,
  'travel.too_far': (v) =>
    `It is more than ${whole(number(v.farthestKm) * 1000, v)} away. We do not guess a time for that.${driving(v)}`,
  'travel.transit': 'We do not know the bus and train times there, so we do not guess a time.',
};
