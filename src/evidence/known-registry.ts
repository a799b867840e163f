import type { EntityManager } from 'typeorm';

/** What the database has of a work, so far as it identifies it. */
interface Work {
  readonly id: string;
  readonly key: string;
  readonly doi: string | null;
  readonly pmid: string | null;
}

/** What a rating is about: no two ratings are about the same. */
interface Claim {
  readonly approachCode: string;
  readonly condition: string;
  readonly outcome: string;
  readonly comparator: string;
}

interface KnownRows {
  readonly approaches: readonly { readonly code: string; readonly cautions: readonly string[] }[];
  readonly ratings: readonly Claim[];
  readonly works: readonly Work[];
  readonly links: readonly { readonly code: string; readonly citation: string }[];
}

/** Which approaches, ratings, works and links of the registry's files the database has. */
export class KnownRegistry {
  private readonly cautions: ReadonlyMap<string, readonly string[]>;
  private readonly claims: ReadonlySet<string>;
  private readonly links: ReadonlySet<string>;

  private constructor(private readonly rows: KnownRows) {
    this.cautions = new Map(rows.approaches.map(({ code, cautions }) => [code, cautions]));
    this.claims = new Set(rows.ratings.map(claimKey));
    this.links = new Set(rows.links.map(({ code, citation }) => `${code} ${citation}`));
  }

  /** @param works those of the files; no other is looked for */
  static async read(manager: EntityManager, works: readonly Work[]): Promise<KnownRegistry> {
    const dois = works.flatMap(({ doi }) => doi?.toLowerCase() ?? []);
    const pmids = works.flatMap(({ pmid }) => pmid ?? []);
    return new KnownRegistry({
      approaches: await manager.query('SELECT code, cautions FROM approach'),
      ratings: await manager.query(
        'SELECT approach_code AS "approachCode", condition, outcome, comparator FROM rating',
      ),
      works: await manager.query(
        `SELECT id, key, lower(doi COLLATE "C") AS doi, pmid FROM citation
          WHERE id = ANY($1) OR key = ANY($2) OR lower(doi COLLATE "C") = ANY($3) OR pmid = ANY($4) ORDER BY id`,
        [works.map(({ id }) => id), works.map(({ key }) => key), dois, pmids],
      ),
      links: await manager.query(
        'SELECT approach_code AS code, citation_id AS citation FROM approach_citation',
      ),
    });
  }

  get isEmpty(): boolean {
    return this.cautions.size === 0;
  }

  hasApproach(code: string): boolean {
    return this.cautions.has(code);
  }

  /** Undefined if the database does not have the approach. */
  cautionsOf(code: string): readonly string[] | undefined {
    return this.cautions.get(code);
  }

  /** Whether there is a version of it, by whomever, in whatever state. */
  hasRating(claim: Claim): boolean {
    return this.claims.has(claimKey(claim));
  }

  cites(code: string, citation: string): boolean {
    return this.links.has(`${code} ${citation}`);
  }

  /** The id of a work: the same row, else the same key, DOI or PMID, since it may have been added at the desk. */
  idOf({ id, key, doi, pmid }: Work): string | undefined {
    const { works } = this.rows;
    const found =
      works.find((work) => work.id === id) ??
      works.find((work) => work.key === key) ??
      works.find((work) => doi !== null && work.doi === doi.toLowerCase()) ??
      works.find((work) => pmid !== null && work.pmid === pmid);
    return found?.id;
  }
}

function claimKey({ approachCode, condition, outcome, comparator }: Claim): string {
  return JSON.stringify([approachCode, condition, outcome, comparator]);
}
