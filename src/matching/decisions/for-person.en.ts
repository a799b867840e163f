import { PLAIN_ENGLISH } from '../../core/language/for-person/words.en.js';
import type { DecisionSentences } from './decision-sentences.js';

const { allOf } = PLAIN_ENGLISH;

/** For the person or the family. No sentence ends with a name, which may end with a full stop. */
export const FOR_PERSON_EN: DecisionSentences = {
  match: ({ first, second }) => `${first} fits what was asked for, and ${second} does not.`,
  leads: ({ first }) => `${first} is of a kind that comes first in this list.`,
  tier: ({ first, second }) =>
    `We know that ${first} has all that was asked for. With ${second} there is something to check.`,
  safety_open: ({ first, second }) =>
    `${first} comes first. With ${second} a question about safety is still open.`,
  reach_open: ({ first, second }) =>
    `${first} is near. Care from ${second} is near by phone or video only, or we do not know if it is near.`,
  score: ({ first, second }, leading) =>
    `${first} fits better than ${second} does. What counts most: ${allOf(leading)}.`,
  score_level: ({ first, second }, leading) =>
    `${first} and ${second} are level. What tips it a little: ${allOf(leading)}.`,
  score_alone: ({ first, second }) => `${first} and ${second} are level.`,
  known_weight: ({ first, second }) => `${first} and ${second} fit equally well. Of ${first} we know more.`,
  distance: ({ first, second }) => `${first} and ${second} fit equally well. ${first} is nearer.`,
  id: ({ first, second }) => `${first} and ${second} are level. Nothing that counts sets them apart.`,
};
