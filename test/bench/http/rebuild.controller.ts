import { Controller, HttpCode, Post } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** Makes the service read the whole directory again. */
@Controller('bench/rebuild')
export class RebuildController {
  constructor(private readonly dataSource: DataSource) {}

  /** Says of every program that it changed, as an import of a new edition does. */
  @Post()
  @HttpCode(204)
  async rebuild(): Promise<void> {
    await this.dataSource.query(
      `INSERT INTO change (entity, entity_id, kind, version)
       SELECT 'program', id::text, 'changed', version FROM program WHERE status = 'published'`,
    );
  }
}
