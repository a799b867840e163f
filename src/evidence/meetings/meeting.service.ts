import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { today } from '../../config/today.js';
import { addDays } from '../../core/directory/shelf-life.js';
import { SHELF_LIFE_DAYS } from '../../core/directory/shelf-life.js';
import { distanceMeters, type Place } from '../../core/matching/facts/distance.js';
import { type Weekday, WEEKDAYS } from '../../core/vocabulary/services.js';
import { findPostalCode, unknownPostalCode } from '../../directory/postal-codes.js';
import { timeZoneAt, timeZoneFrom } from '../../directory/time-zones.js';
import { Problem } from '../../http/problem.js';
import type { ListedMeeting } from './meeting.js';
import { momentIn, type WeekMoment } from './meeting-times.js';
import { type SearchedBox, findMeetings } from './meetings.queries.js';

/** Which meetings are looked for. */
export interface MeetingWish {
  /** A ZIP code of five digits. */
  readonly near: string;
  readonly radiusKm?: number;
  readonly day?: Weekday;
  /** HH:MM, where the person is. */
  readonly after?: string;
}

/** A meeting with when it is for somebody near the ZIP code. */
export interface FoundMeeting extends ListedMeeting {
  /** Local to the ZIP code that was asked for. */
  readonly there: WeekMoment;
  /** Meters from the center of the ZIP code; `null` for a meeting that is only online. */
  readonly distanceMeters: number | null;
}

/** 25 miles. */
const RADIUS_KM = 40;
const KM_A_DEGREE = 111.2;
/** As long as the sessions of a program count. */
const SHELF_LIFE = SHELF_LIFE_DAYS.get('sessions')!;

/** Meetings of mutual help around a place. Nothing of what is asked is kept. */
@Injectable()
export class MeetingService {
  constructor(private readonly dataSource: DataSource) {}

  /** By day, start and distance. Throws a 422 problem for a ZIP code that is not known. */
  async find({ near, radiusKm = RADIUS_KM, day, after }: MeetingWish): Promise<FoundMeeting[]> {
    const center = findPostalCode(near);
    if (!center)
      throw Problem.unprocessable([
        { parameter: 'near', message: unknownPostalCode(near, 'a ZIP code nearby') },
      ]);
    const now = today();
    const zone = timeZoneFrom(timeZoneAt(center.latitude, center.longitude) ?? '', now);
    const listed = await findMeetings(
      this.dataSource.manager,
      boxAround(center, radiusKm),
      addDays(now, -SHELF_LIFE),
    );
    return listed
      .flatMap((meeting): FoundMeeting[] => {
        const own = timeZoneFrom(meeting.timeZone, now);
        const moment = { day: meeting.day, time: meeting.starts };
        const there = own && zone ? momentIn(moment, own, zone) : moment;
        if (day !== undefined && there.day !== day) return [];
        if (after !== undefined && there.time < after) return [];
        const meters = distanceTo(center, meeting);
        if (meters !== null && meters > radiusKm * 1000) return [];
        return [{ ...meeting, there, distanceMeters: meters }];
      })
      .sort(
        (a, b) =>
          WEEKDAYS.indexOf(a.there.day) - WEEKDAYS.indexOf(b.there.day) ||
          compare(a.there.time, b.there.time) ||
          (a.distanceMeters ?? Infinity) - (b.distanceMeters ?? Infinity) ||
          compare(a.id, b.id),
      );
  }
}

/** A meeting that is only online is as far as any other. */
function distanceTo(center: Place, { attendance, latitude, longitude }: ListedMeeting): number | null {
  if (attendance === 'online' || latitude === null || longitude === null) return null;
  return distanceMeters(center, { latitude, longitude });
}

function boxAround({ latitude, longitude }: Place, radiusKm: number): SearchedBox {
  const high = radiusKm / KM_A_DEGREE;
  const wide = high / Math.max(0.05, Math.cos((latitude * Math.PI) / 180));
  return {
    south: latitude - high,
    north: latitude + high,
    west: longitude - wide,
    east: longitude + wide,
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
