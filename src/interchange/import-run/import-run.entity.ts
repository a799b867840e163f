import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * What a run is doing: its rows are read, it waits to be applied, it is applied, it has changed the directory, it had
 * nothing to change, or it failed.
 */
export const IMPORT_STATES = ['reading', 'ready', 'applying', 'applied', 'unchanged', 'failed'] as const;
export type ImportState = (typeof IMPORT_STATES)[number];

/** One import, with its report. */
@Entity('import_run')
export class ImportRun {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  source: string;

  @Column('text')
  edition: string;

  @Column('text', { name: 'file_name' })
  fileName: string;

  /** SHA-256 of the file, hexadecimal. */
  @Column('text', { name: 'file_digest' })
  fileDigest: string;

  @Column('timestamptz', { name: 'started_at' })
  startedAt: Date;

  @Column('timestamptz', { name: 'finished_at' })
  finishedAt: Date;

  @Column('text')
  state: ImportState;

  /** The day that the facts of its file are as of; `null` in a run of an earlier version. */
  @Column('date', { name: 'as_of', nullable: true })
  asOf: string | null;

  /** The public name of the person who started it. */
  @Column('text', { name: 'started_by', nullable: true })
  startedBy: string | null;

  /** Rows read, or programs written, of `total`. */
  @Column('integer')
  done: number;

  @Column('integer', { nullable: true })
  total: number | null;

  /** The version of the directory with which its programs were compared. */
  @Column('bigint', { name: 'directory_version', nullable: true })
  directoryVersion: string | null;

  /** Why it failed: a sentence. */
  @Column('text', { nullable: true })
  problem: string | null;

  /** Counts: read, created, changed, unchanged, withdrawn, issues by kind. */
  @Column('jsonb')
  report: Record<string, unknown>;
}
