import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One import that changed the directory, with its report. A run that changed nothing leaves no row. */
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

  /** Counts: read, created, changed, unchanged, withdrawn, issues by kind. */
  @Column('jsonb')
  report: Record<string, unknown>;
}
