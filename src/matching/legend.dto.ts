import { ApiProperty, OmitType } from '@nestjs/swagger';
import { type Badge, BADGES } from '../core/evidence/badge.js';
import type { EvidencePurpose } from '../core/evidence/evidence-policy.js';

/** How minutes were estimated, or why there are none. */
export class TravelLegend {
  /** It is said of each `travel` with this `basis`. */
  @ApiProperty({ enum: ['estimate', 'route', null], type: String, nullable: true })
  basis: 'estimate' | 'route' | null;

  /** It is said of each `travel` whose `minutes` are known, or of each whose are not. */
  known: boolean;

  /** For the person or the family, in plain words. */
  @ApiProperty({ example: 'This is a rough guess, from a straight line. It leaves out traffic.' })
  assumption: string;

  /** The same for a professional, with each number that the estimate uses. */
  detail: string;
}

/** What the registry says about an approach that earned something. */
export class EvidenceLegend {
  /** As in the component. */
  @ApiProperty({ type: String })
  purpose: EvidencePurpose;

  /** As in the component; with its citations at `/v1/approaches/{code}`. */
  @ApiProperty({ example: 'methadone' })
  approach: string;

  /** Name of the approach. */
  name: string;

  /** Badge of the rating that counts most; of several that count the same, the weakest. */
  @ApiProperty({ enum: BADGES, enumName: 'Badge' })
  badge: Badge;

  /** The named person who reviewed that rating; absent if it is an unreviewed draft. */
  reviewedBy?: string;

  /** `false`: the ratings are unreviewed drafts. */
  reviewed: boolean;

  /** Ids of the ratings, each with its citations at `/v1/ratings/{id}`. */
  @ApiProperty({ type: String, isArray: true })
  ratings: readonly string[];
}

/** A body to post once the program has answered: add `fact` and put its answer as `value`. */
export class ObserveBody {
  /** Always `null`, which is refused: insert what the program said, in the form that `format` lists for the fact. */
  @ApiProperty({ type: 'null' as never })
  value: null;

  @ApiProperty({ example: 'call' })
  how: string;

  @ApiProperty({ format: 'date' })
  learnedOn: string;
}

/** How to record a program's answer in the directory; it needs a key of a coach. */
export class ObserveLegend {
  /** Where to post it, with the id of the program. */
  @ApiProperty({ example: '/v1/programs/{id}/observations' })
  href: string;

  /** Where the schema of each fact's value and an example are. */
  @ApiProperty({ example: '/v1/facts' })
  format: string;

  body: ObserveBody;
}

/** What is the same for many lines of the answer, said once. */
export class Legend {
  /** One entry for each pair of `basis` and known `minutes` among the lines. */
  @ApiProperty({ type: () => TravelLegend, isArray: true })
  travel: TravelLegend[];

  /** One entry for each pair of `purpose` and `approach` among the components of the lines. */
  @ApiProperty({ type: () => EvidenceLegend, isArray: true })
  evidence: EvidenceLegend[];

  /** For every `observe` of the lines. */
  observe: ObserveLegend;
}

/** The legend of an answer without ways. */
export class LinesLegend extends OmitType(Legend, ['travel'] as const) {}
