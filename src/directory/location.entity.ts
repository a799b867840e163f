import {
  Column,
  CreateDateColumn,
  Entity,
  JoinColumn,
  ManyToOne,
  PrimaryColumn,
  type Relation,
  UpdateDateColumn,
  VersionColumn,
} from 'typeorm';
import type { CoordinatePrecision } from '../core/directory/coordinates.js';
import { Organization } from './organization.entity.js';

/** Where a program is. Without coordinates its distance is unknown, never zero. */
@Entity('location')
export class Location {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'organization_id' })
  organizationId: string;

  @ManyToOne(() => Organization)
  @JoinColumn({ name: 'organization_id' })
  organization: Relation<Organization>;

  /** `null` if not known: some sources leave out streets that must stay secret. */
  @Column('text', { nullable: true })
  street1: string | null;

  @Column('text', { nullable: true })
  street2: string | null;

  @Column('text')
  city: string;

  @Column('text')
  state: string;

  @Column('text', { name: 'postal_code' })
  postalCode: string;

  /** Degrees, WGS 84. */
  @Column('double precision', { nullable: true })
  latitude: number | null;

  /** Degrees, WGS 84. */
  @Column('double precision', { nullable: true })
  longitude: number | null;

  @Column('text', { name: 'coordinate_precision', nullable: true })
  coordinatePrecision: CoordinatePrecision | null;

  /** The point of the street address, if a source states it for a program here; it stands above the coordinates. */
  @Column('double precision', { name: 'door_latitude', nullable: true })
  doorLatitude: number | null;

  @Column('double precision', { name: 'door_longitude', nullable: true })
  doorLongitude: number | null;

  /** Who states the door, and as of which day. */
  @Column('text', { name: 'door_source', nullable: true })
  doorSource: string | null;

  @Column('date', { name: 'door_as_of', nullable: true })
  doorAsOf: string | null;

  /** IANA name, if known. */
  @Column('text', { name: 'time_zone', nullable: true })
  timeZone: string | null;

  @Column('text')
  source: string;

  @Column('text', { name: 'source_key' })
  sourceKey: string;

  @Column('date', { name: 'source_as_of' })
  sourceAsOf: string;

  @VersionColumn()
  version: number;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;

  @UpdateDateColumn({ name: 'updated_at', type: 'timestamptz' })
  updatedAt: Date;
}
