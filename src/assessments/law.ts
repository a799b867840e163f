/** A law or rule that texts of ours rest on, as its file says it. */
export interface Law {
  readonly id: string;
  readonly name: string;
  readonly says: string;
  readonly source: string;
  /** How far the source was read. */
  readonly verified: 'yes' | 'part' | 'no';
  /** The person who has signed it; absent: nobody yet. */
  readonly reviewedBy?: string;
  /** YYYY-MM-DD, the last day on which it holds as written. */
  readonly endsOn?: string;
  readonly reviewedOn: string;
  readonly nextReviewOn: string;
}
