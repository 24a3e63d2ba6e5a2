import { type Actor, type Tx } from '@app/platform';

/** read: see it; use: work with a copy or reference of it; book: claim its time. */
export const shareRights = ['read', 'use', 'book'] as const;
export type ShareRight = (typeof shareRights)[number];

/** A kind of thing that can be shared, registered by the context that owns it. */
export interface ShareableKind {
  /** "room", "course-version": the subject's kind in the share and in the change log. */
  readonly kind: string;
  readonly rights: readonly ShareRight[];
  /** Who may grant it, as a pure sentence of the owning context's policy. */
  mayShare(actor: Actor, organisationId: string): boolean;
  /** Whether the thing stands and is the organisation's own; what it only received cannot be passed on. */
  isOwn(tx: Tx, organisationId: string, subjectId: string): Promise<boolean>;
}
