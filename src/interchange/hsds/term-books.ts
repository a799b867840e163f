import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { currentVersions } from '../../directory/program.queries.js';
import { ApproachService } from '../../evidence/approach.service.js';
import { TermBook } from './term-book.js';

/** The terms of the present version of the evidence registry; made again when that changes. */
@Injectable()
export class TermBooks {
  private known: { readonly version: number; readonly book: TermBook } | undefined;

  constructor(
    private readonly dataSource: DataSource,
    private readonly approaches: ApproachService,
  ) {}

  async current(): Promise<TermBook> {
    const { evidence: version } = await currentVersions(this.dataSource);
    if (this.known?.version === version) return this.known.book;
    const { approaches } = await this.approaches.list({});
    const book = new TermBook(approaches);
    this.known = { version, book };
    return book;
  }
}
