import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { Controller, Get, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { LongAnswer } from '../../http/long-answer.decorator.js';
import { GZIP, ZIP } from '../../http/pipeline/request-guard.js';
import { RateCost } from '../../http/rate-cost.decorator.js';
import { matchesNone, OPEN_DATA } from '../../http/writes/etag.js';
import { byteRangeOf } from './byte-range.js';
import type { ExportFile } from './export-files.js';
import { Exports } from './exports.js';

const BYTES = { schema: { type: 'string' as const, format: 'binary' }, example: 'The bytes of the file' };
const PART = { status: 206, description: 'The part of the file that Range asks for' };
const OUTSIDE = { status: 416, description: 'The file has no such part; Content-Range has its size' };

@ApiTags('exports')
@Controller('v1/exports')
export class ExportController {
  constructor(private readonly exports: Exports) {}

  /**
   * Get the whole directory as tables, a Frictionless Data Package of CSV files.
   *
   * It is made when a version of the directory is first asked for: 503 with `Retry-After` says that it takes longer. `Range`
   * and `If-Range` continue a download.
   */
  @Get('directory.zip')
  @RateCost(20)
  @LongAnswer()
  @ApiOkResponse({ description: 'A zip file', content: { [ZIP]: BYTES } })
  @ApiResponse({ ...PART, content: { [ZIP]: BYTES } })
  @ApiResponse(OUTSIDE)
  @ApiOperation({ operationId: 'exportsGetDirectory' })
  directory(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile | undefined> {
    return this.send('directory.zip', ZIP, request, reply);
  }

  /** Get every program with all that is known of it, one JSON object a line, compressed. */
  @Get('programs.ndjson.gz')
  @RateCost(20)
  @LongAnswer()
  @ApiOkResponse({ description: 'Lines of JSON, gzip', content: { [GZIP]: BYTES } })
  @ApiResponse({ ...PART, content: { [GZIP]: BYTES } })
  @ApiResponse(OUTSIDE)
  @ApiOperation({ operationId: 'exportsGetPrograms' })
  programs(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile | undefined> {
    return this.send('programs.ndjson.gz', GZIP, request, reply);
  }

  private async send(
    file: ExportFile,
    type: string,
    { headers, method }: FastifyRequest,
    reply: FastifyReply,
  ): Promise<StreamableFile | undefined> {
    const { path, size, tag } = await this.exports.ready(file);
    void reply.headers({
      etag: tag,
      'accept-ranges': 'bytes',
      'cache-control': headers.authorization === undefined ? OPEN_DATA : 'private, no-cache',
    });
    const known = headers['if-none-match'];
    if (known !== undefined && matchesNone(known, tag)) {
      void reply.code(304);
      return undefined;
    }
    const condition = headers['if-range'];
    const isSame = condition === undefined || condition === tag;
    const range = isSame && method === 'GET' ? byteRangeOf(headers.range, size) : undefined;
    if (range === 'none') {
      void reply.code(416).header('content-range', `bytes */${size}`).removeHeader('etag');
      return undefined;
    }
    if (range) void reply.code(206).header('content-range', `bytes ${range.start}-${range.end}/${size}`);
    const length = range ? range.end - range.start + 1 : size;
    const stream = method === 'HEAD' ? Readable.from([]) : createReadStream(path, range ?? {});
    return new StreamableFile(stream, {
      type,
      length,
      disposition: `attachment; filename="${file}"`,
    });
  }
}
