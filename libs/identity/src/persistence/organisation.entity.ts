import { type Language } from '@app/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A training provider: the tenant. */
@Entity('organisation')
export class OrganisationEntity {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()', primaryKeyConstraintName: 'organisation_pk' })
  id: string;

  @Column('text')
  name: string;

  @Column('text', { default: 'Europe/Brussels' })
  zone: string;

  @Column('text', { array: true, default: () => "'{fr,nl,de,en}'" })
  languages: Language[];

  @Column('text', { name: 'default_language', default: 'fr' })
  defaultLanguage: Language;

  /** Other names for roles and for "cohort", per language: { "trainer": { "fr": "coach" } }. */
  @Column('jsonb', { default: {} })
  words: Record<string, Partial<Record<Language, string>>>;

  @Column('boolean', { name: 'is_demo', default: false })
  isDemo: boolean;

  /** Managers and coordinators count as such only in sessions that showed a second factor. */
  @Column('boolean', { name: 'second_factor_demanded', default: false })
  secondFactorDemanded: boolean;

  /** Days by name of a choice, where they differ from the usual ones. */
  @Column('jsonb', { default: {} })
  retention: Record<string, number>;

  @Column('time', { name: 'quiet_from', nullable: true })
  quietFrom: string | null;

  @Column('time', { name: 'quiet_until', nullable: true })
  quietUntil: string | null;

  @Column('text', { default: 'none' })
  digest: 'none' | 'daily' | 'weekly';

  @Column('time', { name: 'digest_daily_at', default: '17:00:00' })
  digestDailyAt: string;

  /** 1 is Monday. */
  @Column('smallint', { name: 'digest_weekly_day', default: 5 })
  digestWeeklyDay: number;

  @Column('time', { name: 'digest_weekly_at', default: '15:00:00' })
  digestWeeklyAt: string;

  @Column('integer', { default: 1 })
  version: number;

  @Column('timestamptz', { name: 'created_at', default: () => 'app.now()' })
  createdAt: Date;

  @Column('timestamptz', { name: 'archived_at', nullable: true })
  archivedAt: Date | null;
}
