import { ENGLISH } from '../../core/language/labels.en.js';
import type { DecisionSentences } from './decision-sentences.js';

const { allOf } = ENGLISH;

/** For a professional. No sentence ends with a name, which may end with a full stop. */
export const FOR_PROFESSIONAL_EN: DecisionSentences = {
  match: ({ first, second }) => `${first} is a match, and something excludes ${second} from the list.`,
  leads: ({ first }) => `${first} is of a kind that comes before all others in this list.`,
  tier: ({ first, second }) =>
    `Everything required is known for ${first}; for ${second} something has to be confirmed.`,
  safety_open: ({ first, second }) => `${first} comes first: for ${second} a question of safety is open.`,
  reach_open: ({ first, second }) =>
    `${first} is within the distance; ${second} is near only by telehealth, or not known to be near.`,
  score: ({ first, second }, leading) =>
    `${first} has the higher score, and ${second} the lower: the lead is in ${allOf(leading)}.`,
  score_level: ({ first, second }, leading) =>
    `${first} and ${second} are level, with a score that differs by less than 0.01: the lead is in ${allOf(leading)}.`,
  score_alone: ({ first, second }) =>
    `${first} and ${second} are level, with a score that differs by less than 0.01.`,
  known_weight: ({ first, second }) =>
    `${first} and ${second} have the same score; more is known about ${first} than about the other.`,
  distance: ({ first, second }) => `${first} and ${second} have the same score; ${first} is nearer.`,
  id: ({ first, second }) =>
    `${first} and ${second} are level: they are the same in everything that counts, and only their ids order them.`,
};
