import { Body, Controller, Get, HttpCode, Module, Post, Query } from '@nestjs/common';
import {
  Code,
  CodeMap,
  Codes,
  codeValue,
  QueryCodes,
} from '../../../src/http/validation/codes.decorators.js';
import { Deprecated } from '../../../src/http/deprecated.decorator.js';
import { NestedObject, NestedObjects } from '../../../src/http/validation/nested.decorators.js';
import { Paged } from '../../../src/http/pages/paged.decorator.js';
import { CodeParam, UuidParam } from '../../../src/http/validation/path-parameters.js';
import { Problem } from '../../../src/http/problem.js';
import {
  CalendarDate,
  NumberWithin,
  QueryNumber,
  QueryYesNo,
  Text,
  Texts,
  Uuids,
  YesNo,
} from '../../../src/http/validation/value.decorators.js';

export const COLORS = ['red', 'dark-green', 'blue'] as const;

export class Near {
  @Text({ max: 10, optional: true, pattern: { matches: /^\d{5}$/, message: 'must be five digits' } })
  postalCode?: string;

  @NumberWithin({ min: -90, max: 90, optional: true })
  latitude?: number;
}

export class Stop {
  @Code(COLORS)
  color: string;

  @Text({ max: 20 })
  name: string;
}

export class TripRequest {
  @NestedObject(() => Near)
  near: Near;

  @NestedObjects(() => Stop, { max: 3, optional: true })
  stops?: Stop[];

  @Codes(COLORS, { max: 2, optional: true })
  colors?: string[];

  @NumberWithin({ min: 1, max: 500, integer: true, optional: true })
  maxDistanceKm?: number;

  @YesNo({ optional: true })
  fast?: boolean;

  @CalendarDate({ optional: true })
  day?: string;

  @Uuids({ max: 2, optional: true })
  exclude?: string[];

  @Texts({ max: 2, each: { max: 5 }, optional: true })
  tags?: string[];

  @CodeMap(['payment', 'language'], codeValue(['confirmed', 'preferred']), { optional: true })
  strictness?: Record<string, string>;
}

export class TripSearch {
  @QueryCodes(COLORS)
  color?: string[];

  @Code(COLORS, { optional: true })
  sort?: string;

  @QueryNumber({ min: 1, max: 100, integer: true })
  limit?: number;

  @QueryYesNo()
  fast?: boolean;

  @Text({ max: 30, optional: true })
  q?: string;
}

@Controller('v1/trips')
export class TripsController {
  @Get()
  @Paged(() => 'abc.def')
  search(@Query() search: TripSearch): unknown {
    return search;
  }

  @Post()
  @HttpCode(200)
  plan(@Body() trip: TripRequest): unknown {
    return { kind: trip.near.constructor.name, trip };
  }

  @Get('old')
  @Deprecated({ since: '2026-01-01', sunset: '2027-01-01', link: 'https://example.org/instead' })
  @Paged()
  old(): unknown {
    return { nextCursor: 'abc.def' };
  }

  @Get('old/failure')
  @Deprecated({ since: '2026-01-01', link: 'https://example.org/instead' })
  oldFailure(): never {
    throw Problem.unprocessable([{ parameter: 'q', message: 'is impossible' }]);
  }

  @Get('by-code/:code')
  byCode(@CodeParam('code') code: string): unknown {
    return { code };
  }

  @Get('failures/mistake')
  mistake(): never {
    throw new TypeError('cannot read the secret 4711');
  }

  @Get('failures/query')
  query(): never {
    throw Object.assign(new Error('invalid input syntax for type uuid: "4711"'), {
      code: '22P02',
      query: 'SELECT $1::uuid',
      parameters: ['4711'],
    });
  }

  @Get('failures/constraint')
  constraint(): never {
    throw Object.assign(new Error('duplicate key value 4711'), {
      code: '23505',
      query: 'INSERT INTO trip VALUES ($1)',
      parameters: ['4711'],
    });
  }

  @Get('failures/away')
  away(): never {
    throw Object.assign(new Error('connect ECONNREFUSED /run/secret'), {
      code: 'ECONNREFUSED',
      syscall: 'connect',
    });
  }

  @Get('failures/impossible')
  impossible(): never {
    throw Problem.unprocessable([{ parameter: 'postalCode', message: 'is not a postal code we know' }]);
  }

  @Get(':id')
  one(@UuidParam('id') id: string): never {
    throw Problem.notFound('trip', id);
  }
}

@Module({ controllers: [TripsController] })
export class SampleModule {}
