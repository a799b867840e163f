import { number, text, type SentenceTemplate } from '../sentence-template.js';
import type { TravelReason } from '../../matching/codes.js';
import { driving, far, pace } from './phrases.en.js';

/** English sentences of the way to a program, and of how far programs are, for a professional. */
export const TRAVEL_FOR_PROFESSIONAL_EN: Readonly<Record<TravelReason, SentenceTemplate>> = {
  'reach.none_within': (v) => `None within ${far(v.max, v)}; the nearest is ${far(v.meters, v)} away.`,
  'reach.none': (v) => `None within ${far(v.max, v)}, and none farther away.`,
  'travel.estimate': (v) =>
    `Estimated from the straight line (between the middles of postal codes where nothing nearer is known): a way ${number(v.detour)} times as long, ${pace(v)}${number(v.setOutMinutes) > 0 ? `, and ${number(v.setOutMinutes)} minutes to set out` : ''}. These are our own assumptions (${text(v.version)}), without traffic${driving(v)}.`,
  'travel.route': (v) =>
    `By the routing service, from a point within about a kilometer of the place given, without traffic${driving(v)}.`,
  'travel.no_route': (v) => `The routing service finds no way there${driving(v)}.`,
  'travel.too_far': (v) =>
    `Farther than ${far(number(v.farthestKm) * 1000, v)} in a straight line, the time is not estimated${driving(v)}.`,
  'travel.transit':
    'Public transport goes by lines and timetables that this directory does not know: the time is not estimated.',
};
