import { AccountEntity, PlatformAdminEntity, SessionEntity } from '@app/identity/persistence';
import { type EntitySchema } from 'typeorm';

/** Every entity of every context, through the context's second door (persistence/index.ts). */
export const entities: ((new () => object) | EntitySchema)[] = [AccountEntity, PlatformAdminEntity, SessionEntity];
