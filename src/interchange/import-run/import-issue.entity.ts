import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { ImportRun } from './import-run.entity.js';

/** Something in a row of a file that could not be used unchanged. */
@Entity('import_issue')
export class ImportIssue {
  @PrimaryColumn('uuid', { name: 'run_id' })
  runId: string;

  /** Position within the run, from 1. */
  @PrimaryColumn('integer')
  position: number;

  @ManyToOne(() => ImportRun)
  @JoinColumn({ name: 'run_id' })
  run: Relation<ImportRun>;

  /** Row number in a spreadsheet; the header is row 1. */
  @Column('integer', { name: 'row_number' })
  rowNumber: number;

  @Column('text')
  kind: string;

  @Column('text', { nullable: true })
  field: string | null;

  /** The content of the row, verbatim. */
  @Column('text', { nullable: true })
  value: string | null;

  @Column('text')
  message: string;
}
