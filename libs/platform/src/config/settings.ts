import { Transform } from 'class-transformer';
import { IsBoolean, IsEmail, IsIn, IsInt, IsOptional, IsUrl, Matches, Max, Min, MinLength } from 'class-validator';
import { IsServer } from './is-server.js';
import { Setting } from './setting.js';

const POSTGRES = { schemes: ['postgres', 'postgresql'], example: 'postgres://name:password@host:5432/database', path: true };
const REDIS = { schemes: ['redis', 'rediss'], example: 'redis://name:password@host:6379' };
const SMTP = { schemes: ['smtp', 'smtps'], example: 'smtp://name:password@host:587, or smtps:// for a server that speaks TLS from the start' };

const WEB = { require_tld: false, require_protocol: true, protocols: ['http', 'https'] };

/** Written as people write a number: 0x1F90 or 3e3 are slips of the hand. */
const toNumber = ({ value }: { value: unknown }): unknown => (typeof value === 'string' && /^-?\d+$/.test(value) ? Number(value) : value);
const toBoolean = ({ value }: { value: unknown }): unknown => (value === 'true' || value === true ? true : value === 'false' || value === false ? false : value);

/** Everything that can be set from outside. Read once at the start; wrong values stop the start with all faults listed. */
export class Settings {
  @Setting({ group: 'web', meaning: 'Port on which the web app and the API answer.' })
  @Transform(toNumber)
  @IsInt()
  @Min(1)
  @Max(65_535)
  PORT = 3000;

  @Setting({ group: 'web', meaning: 'Address on which the server listens; 0.0.0.0 to be reached from other machines.' })
  @Matches(/^[\w.:-]+$/, { message: 'must be an address of this machine such as 127.0.0.1 or 0.0.0.0' })
  HOST = '127.0.0.1';

  @Setting({ group: 'web', meaning: 'Address that people use: it stands in mails, links and cookies.', defaultText: 'http://localhost:PORT' })
  @IsOptional()
  @IsUrl(WEB, { message: 'must be an address such as https://learn.example.org' })
  PUBLIC_URL?: string;

  @Setting({ group: 'web', meaning: 'Proxies between the internet and this server, counted from here; their X-Forwarded-For is believed.' })
  @Transform(toNumber)
  @IsInt()
  @Min(0)
  @Max(10)
  TRUSTED_PROXIES = 0;

  @Setting({ group: 'database', secret: true, meaning: 'PostgreSQL 18 as the powerless application role; may go through PgBouncer in transaction mode.', defaultText: 'the embedded PostgreSQL' })
  @IsOptional()
  @IsServer(POSTGRES)
  DATABASE_URL?: string;

  @Setting({ group: 'database', secret: true, meaning: 'PostgreSQL as the owner: runs migrations and creates the roles. Needed by the start, by migrate and by doctor, not by api and worker.', defaultText: 'the embedded PostgreSQL' })
  @IsOptional()
  @IsServer(POSTGRES)
  DATABASE_OWNER_URL?: string;

  @Setting({ group: 'queue', secret: true, meaning: 'PostgreSQL for the queue and for LISTEN: a direct connection, not through a transaction pooler.', defaultText: 'DATABASE_URL' })
  @IsOptional()
  @IsServer(POSTGRES)
  QUEUE_DATABASE_URL?: string;

  @Setting({ group: 'database', meaning: 'Connections that one process opens to PostgreSQL at most.' })
  @Transform(toNumber)
  @IsInt()
  @Min(2)
  @Max(500)
  DATABASE_POOL = 10;

  @Setting({ group: 'queue', secret: true, meaning: 'Redis 7 or Valkey for the queue. Unset: the queue lives in PostgreSQL.', defaultText: 'unset' })
  @IsOptional()
  @IsServer(REDIS)
  REDIS_URL?: string;

  @Setting({ group: 'mail', secret: true, meaning: 'Mail server. Unset: mail goes to the development mailbox that npm start opens.', defaultText: 'the development mailbox' })
  @IsOptional()
  @IsServer(SMTP)
  SMTP_URL?: string;

  @Setting({ group: 'mail', meaning: 'Address from which mail is sent.' })
  @IsEmail()
  MAIL_FROM = 'tremplin@example.org';

  @Setting({ group: 'mail', meaning: 'Messages a second that are handed to the mail server at most.' })
  @Transform(toNumber)
  @IsInt()
  @Min(1)
  @Max(10_000)
  MAIL_RATE = 200;

  @Setting({ group: 'mail', meaning: 'Only these domains receive mail (comma-separated); for test and staging systems. Unset: everybody.', defaultText: 'unset' })
  @IsOptional()
  @Matches(/^[\w.-]+(,[\w.-]+)*$/, { message: 'must be domains with commas between and no blanks: example.org,test.example.org' })
  MAIL_ONLY_TO?: string;

  @Setting({ group: 'security', secret: true, meaning: 'At least 32 characters from which keys for stored secrets (second factor, sign-in providers) are derived. Keep it: without it they cannot be read.', defaultText: 'made by the first npm start and kept in .tremplin' })
  @IsOptional()
  @MinLength(32)
  SECRET_KEY?: string;

  @Setting({ group: 'security', meaning: 'Private networks that this server may call when somebody enters an address there (a sign-in provider inside the house); CIDR, comma-separated.', defaultText: 'unset: the public internet only' })
  @IsOptional()
  @Matches(/^[\da-fA-F.:]+\/\d{1,3}(\s*,\s*[\da-fA-F.:]+\/\d{1,3})*$/)
  REACHABLE_PRIVATE_NETWORKS?: string;

  @Setting({ group: 'security', meaning: 'Address of another origin from which uploaded and imported HTML is served.', defaultText: 'unset: such files are offered for download only' })
  @IsOptional()
  @IsUrl(WEB, { message: 'must be an address such as https://learn.example.org' })
  CONTENT_URL?: string;

  @Setting({ group: 'storage', meaning: 'Folder in which the embedded PostgreSQL and uploaded files are kept.' })
  @Matches(/^[^\0]+$/, { message: 'must be the path of a folder' })
  DATA_FOLDER = '.tremplin';

  @Setting({ group: 'storage', meaning: 'File in which workers note every erasure, by ids alone, for "tremplin privacy again" after a restored backup; erasures.jsonl in DATA_FOLDER where it is not set. Keep it apart from the backups, and shared where there are several workers.' })
  @IsOptional()
  @Matches(/^[^\0]+$/, { message: 'must be the path of a file' })
  ERASURES_FILE?: string;

  @Setting({ group: 'operations', meaning: 'Which lines are logged.' })
  @IsIn(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])
  LOG_LEVEL = 'info';

  @Setting({ group: 'operations', meaning: 'Seconds without a sign of life after which other workers take what a worker had taken. Longer than the mail server needs for one letter.' })
  @Transform(toNumber)
  @IsInt()
  @Min(2)
  @Max(600)
  LEASE_SECONDS = 30;

  @Setting({ group: 'operations', meaning: 'Whether the first start of an empty database loads the demo centre.' })
  @Transform(toBoolean)
  @IsBoolean({ message: 'must be true or false' })
  DEMO = true;

  @Setting({ group: 'operations', meaning: 'Whether the API answers introspection and any operation to browser sessions. For development only.' })
  @Transform(toBoolean)
  @IsBoolean({ message: 'must be true or false' })
  API_EXPLORER = false;

  @Setting({ group: 'operations', secret: true, meaning: 'Token with which /metrics may be read from anywhere. Unset: from the own network only.', defaultText: 'unset' })
  @IsOptional()
  @MinLength(16)
  METRICS_TOKEN?: string;

  @Setting({ group: 'operations', meaning: 'OpenTelemetry collector to which traces are sent (OTLP over HTTP, JSON): requests, their statements, their jobs. Such as http://localhost:4318.', defaultText: 'unset: no traces' })
  @IsOptional()
  @IsUrl(WEB, { message: 'must be an address such as https://learn.example.org' })
  OTEL_EXPORTER_OTLP_ENDPOINT?: string;

  get publicUrl(): string {
    return (this.PUBLIC_URL ?? `http://localhost:${this.PORT}`).replace(/\/+$/, '');
  }
}
