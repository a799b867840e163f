import type { SeededDraw } from './seeded-draw.js';

/** 41 and 37 words: coprime, so that 1,517 consecutive numbers give as many different pairs. */
const FIRST_WORDS =
  'Amber Aspen Birch Bramble Bright Cedar Clover Cobalt Copper Coral Crescent Dapple Drift Ember Fable Fern Flint Garnet Gentle Golden Granite Hazel Heather Honey Indigo Ivory Juniper Larch Lilac Linden Maple Marigold Meadow Mossy Opal Quartz Russet Saffron Silver Thistle Willow'.split(
    ' ',
  );
const SECOND_WORDS =
  'Anchor Arbor Beacon Bell Bridge Brook Canoe Compass Cove Crossing Ferry Field Footpath Gate Grove Harbor Hearth Hill Inlet Kite Ladder Lantern Lighthouse Loom Mill Orchard Otter Paddle Porch Quilt Raven Rowboat Sparrow Spring Trellis Tower Wharf'.split(
    ' ',
  );

const STREETS = ['Example Street', 'Example Avenue', 'Sample Road', 'Specimen Lane', 'Placeholder Boulevard'];

/** An invented name, and as a label below example.org. The same number always gives the same name. */
export function organizationName(number: number): { full: string; domain: string } {
  // 619 is coprime to 41 × 37: neighboring numbers do not share a word.
  const scattered = (number + 1) * 619;
  const first = FIRST_WORDS[scattered % FIRST_WORDS.length]!;
  const second = SECOND_WORDS[scattered % SECOND_WORDS.length]!;
  return { full: `${first} ${second}`, domain: `${first}-${second}`.toLowerCase() };
}

/** A street that does not exist. */
export function streetAddress(draw: SeededDraw): { street1: string; street2?: string } {
  const street1 = `${draw.between(1, 980)} ${draw.pick(STREETS)}`;
  return draw.chance(0.25) ? { street1, street2: `Suite ${draw.between(100, 420)}` } : { street1 };
}
