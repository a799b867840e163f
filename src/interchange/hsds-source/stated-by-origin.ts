import { type Standing, STANDINGS, type StatedFacts } from '../../core/directory/source-record.js';
import { isDate } from '../../http/validation/value.decorators.js';
import { mergedFacts } from '../import-run/merged-facts.js';

/** Who stated a fact, as the label of an attribute says it. */
export interface StatedOrigin {
  /** `''` for the source itself. */
  readonly source: string;
  readonly asOf: string;
  readonly standing: Standing;
  readonly by?: string;
}

/** Facts by who stated them and when, so that what is old stays old. */
export class StatedByOrigin {
  private readonly all = new Map<string, { readonly origin: StatedOrigin; readonly facts: StatedFacts[] }>();

  /**
   * @param own the origin of what has no label
   * @param today YYYY-MM-DD: nothing is as of a later day
   */
  constructor(
    private readonly own: StatedOrigin,
    private readonly labelsAreOrigins: boolean,
    private readonly today: string,
  ) {}

  /** @param label of the attribute, as the source writes it */
  add(facts: StatedFacts, label: string | null | undefined): void {
    const origin =
      (this.labelsAreOrigins ? originOf(label ?? '', this.own.standing, this.today) : undefined) ?? this.own;
    const key = [origin.standing, origin.asOf, origin.source, origin.by ?? ''].join('|');
    const known = this.all.get(key);
    if (known) known.facts.push(facts);
    else this.all.set(key, { origin, facts: [facts] });
  }

  /** Each origin with all that it states, in a stable order. */
  stated(): { readonly origin: StatedOrigin; readonly facts: StatedFacts }[] {
    return [...this.all]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, { origin, facts }]) => ({ origin, facts: mergedFacts(facts) }));
  }
}

/** `samhsa, 2023-03-31, self-reported, by a coach`; never more reliable than the source itself, nor of a day to come. */
function originOf(label: string, best: Standing, today: string): StatedOrigin | undefined {
  const [, source, asOf, standing, by] =
    /^([^,]{1,60}), (\d{4}-\d{2}-\d{2}), ([a-z-]+)(?:, by ([^,]{1,100}))?$/.exec(label.trim()) ?? [];
  const stated = STANDINGS.indexOf(standing as Standing);
  if (source === undefined || asOf === undefined || !isDate(asOf) || stated < 0) return undefined;
  return {
    source,
    asOf: asOf < today ? asOf : today,
    standing: STANDINGS[Math.max(stated, STANDINGS.indexOf(best))]!,
    ...(by === undefined ? {} : { by }),
  };
}
