import { ApiProperty } from '@nestjs/swagger';

/** What this address is: the answer of HSDS's `GET /`. */
export class HsdsApiResponse {
  @ApiProperty({ example: '3.1' })
  version: string;

  /** Where our additions are documented. */
  @ApiProperty({ format: 'uri' })
  profile: string;

  @ApiProperty({ format: 'uri' })
  openapi_url: string;

  publisher: string;

  /** How to read the data. */
  @ApiProperty({ format: 'uri' })
  data_guide: string;
}

/** One page of a list. Pages are numbered from 1; one beyond the end is empty. */
export class HsdsPageResponse {
  @ApiProperty({ type: 'integer', minimum: 0 })
  total_items: number;

  @ApiProperty({ type: 'integer', minimum: 0 })
  total_pages: number;

  @ApiProperty({ type: 'integer', minimum: 1 })
  page_number: number;

  /** Items of this page. */
  @ApiProperty({ type: 'integer', minimum: 0, maximum: 100 })
  size: number;

  first_page: boolean;

  last_page: boolean;

  empty: boolean;

  /** Objects of HSDS 3.1. */
  @ApiProperty({ type: 'array', items: { type: 'object', additionalProperties: true } })
  contents: object[];
}
