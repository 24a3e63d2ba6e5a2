import { Injectable } from '@nestjs/common';
import { cleanImage, ImageRefused } from '@app/courses';
import { type Actor, Changes, Database, isUuid, NotFound } from '@app/platform';
import { MOST_PROOFS, provesByPhoto } from '../domain/absence.js';
import { mayAnnounceFor } from '../domain/agenda.policy.js';
import { AbsenceSettled, TooManyProofs } from '../domain/problems.js';
import { AbsenceStore } from '../persistence/absence.store.js';
import { ProofStore, type StoredProof } from '../persistence/proof.store.js';

export interface AddProofInput {
  readonly absenceId: string;
  /** Name of the file: its ending has to fit what is in it. */
  readonly name: string;
  readonly bytes: Buffer;
}

export type ProofRefused = NotFound | AbsenceSettled | TooManyProofs | ImageRefused;

/** Photos of the papers of an absence: added while it is open, seen by the person and by who decides, and by nobody else. */
@Injectable()
export class AbsenceProofs {
  constructor(
    private readonly database: Database,
    private readonly absences: AbsenceStore,
    private readonly proofs: ProofStore,
    private readonly changes: Changes,
  ) {}

  add(actor: Actor, { absenceId, name, bytes }: AddProofInput): Promise<{ readonly id: string } | ProofRefused> {
    return this.database.as<{ readonly id: string } | ProofRefused>(actor, async (tx) => {
      const absence = isUuid(absenceId) ? await this.absences.lock(tx, absenceId) : undefined;
      if (!absence || !mayAnnounceFor(actor, absence.organisationId, absence.personId)) return new NotFound('absence');
      if (absence.state !== 'to-justify') return new AbsenceSettled(absence.state);
      if ((await this.proofs.count(tx, absenceId)) >= MOST_PROOFS) return new TooManyProofs(MOST_PROOFS);
      const image = cleanImage(name, bytes);
      if (typeof image === 'string') return new ImageRefused(image);
      const { type, width, height } = image;
      if (!provesByPhoto(type) || width === undefined || height === undefined) return new ImageRefused('IMAGE_UNREADABLE');
      const id = await this.proofs.add(tx, absence, { type, width, height, bytes: image.bytes });
      const { organisationId, personId } = absence;
      await this.changes.append(tx, { organisationId, subjectKind: 'absence-notice', subjectId: absenceId, kind: 'proof-added', personId });
      return { id };
    });
  }

  read(actor: Actor, proofId: string): Promise<StoredProof | NotFound> {
    return this.database.as<StoredProof | NotFound>(actor, async (tx) => (await this.proofs.find(tx, proofId).then((proof) => visible(actor, proof))) ?? new NotFound('absence_proof'));
  }

  /** Takes a photo away, as long as nobody decided by it. */
  remove(actor: Actor, proofId: string): Promise<{ readonly id: string } | NotFound | AbsenceSettled> {
    return this.database.as<{ readonly id: string } | NotFound | AbsenceSettled>(actor, async (tx) => {
      const proof = visible(actor, await this.proofs.find(tx, proofId));
      const absence = proof && (await this.absences.lock(tx, proof.absenceId));
      if (!proof || !absence) return new NotFound('absence_proof');
      if (absence.state !== 'to-justify') return new AbsenceSettled(absence.state);
      await this.proofs.remove(tx, proofId);
      const { organisationId, personId } = proof;
      await this.changes.append(tx, { organisationId, subjectKind: 'absence-notice', subjectId: absence.id, kind: 'proof-removed', personId });
      return { id: proofId };
    });
  }
}

const visible = (actor: Actor, proof: StoredProof | undefined): StoredProof | undefined => (proof && mayAnnounceFor(actor, proof.organisationId, proof.personId) ? proof : undefined);
