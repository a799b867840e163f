import { type DynamicModule, Module } from '@nestjs/common';
import { EvidenceModule } from '../../evidence/evidence.module.js';
import { ExportController } from './export.controller.js';
import { Exports, EXPORTS_FOLDER } from './exports.js';

/** The whole directory as files. */
@Module({})
export class BulkModule {
  /** @param folder of the files; without it, one of this process that is deleted when it ends */
  static in(folder: string | undefined): DynamicModule {
    return {
      module: BulkModule,
      imports: [EvidenceModule],
      controllers: [ExportController],
      providers: [Exports, { provide: EXPORTS_FOLDER, useValue: folder }],
    };
  }
}
