import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { AbsenceSettled, type AbsenceReason, absenceReasons, type Half, halves, TooManyProofs } from '@app/agendas';
import { IsIn, IsInt, IsOptional, IsString, IsUUID } from 'class-validator';
import { InvalidInputType, LocalDate, NotAllowedType, NotFoundType, problemType, resultUnion, StaleVersionType } from '../graphql/index.js';
import { AbsenceReasonEnum, AnnouncedAbsenceType, HalfDayEnum } from './agenda.types.js';

export const AbsenceDecisionEnum = { JUSTIFIED: 'justified', UNJUSTIFIED: 'unjustified' } as const;
registerEnumType(AbsenceDecisionEnum, { name: 'AbsenceDecision', description: 'What a coordinator says about an absence.' });

@InputType({ description: 'On which half-days somebody cannot come.' })
export class AnnounceAbsenceInput {
  @Field(() => ID, { description: 'To which organisation it is told.' })
  @IsUUID()
  organisationId: string;

  @Field(() => ID, { nullable: true, description: 'Who cannot come; left out: the person who asks.' })
  @IsOptional()
  @IsUUID()
  personId?: string;

  @Field(() => LocalDate, { description: 'First day.' })
  @IsString()
  firstDay: string;

  @Field(() => HalfDayEnum, { description: 'From which half of it.' })
  @IsIn(halves)
  firstHalf: Half;

  @Field(() => LocalDate, { description: 'Last day.' })
  @IsString()
  lastDay: string;

  @Field(() => HalfDayEnum, { description: 'Up to which half of it, that half included.' })
  @IsIn(halves)
  lastHalf: Half;

  @Field(() => AbsenceReasonEnum, { description: 'Why. No diagnosis is asked.' })
  @IsIn(absenceReasons)
  reason: AbsenceReason;
}

@InputType({ description: 'Which absence is taken back.' })
export class WithdrawAbsenceInput {
  @Field(() => ID, { description: 'Which one.' })
  @IsUUID()
  absenceId: string;

  @Field(() => Int, { description: 'The version that was read.' })
  @IsInt()
  expectedVersion: number;
}

@InputType({ description: 'What is decided about an absence.' })
export class DecideAbsenceInput extends WithdrawAbsenceInput {
  @Field(() => AbsenceDecisionEnum, { description: 'The decision; it can be changed by another one.' })
  @IsIn(Object.values(AbsenceDecisionEnum))
  decision: 'justified' | 'unjustified';
}

@ObjectType('ChangesSeen', { description: 'From then on changes are news.' })
export class ChangesSeenType {
  @Field(() => Date, { description: 'When.' })
  seenAt: Date;
}

export const AbsenceSettledType = problemType(AbsenceSettled, {
  description: 'Somebody decided about the absence already, or it was taken back.',
  texts: {
    fr: '{state, select, withdrawn {Cette absence a été retirée. Annoncez-en une nouvelle si besoin.} other {Une décision a déjà été prise. Voyez avec votre coordinateur·rice.}}',
    nl: '{state, select, withdrawn {Deze afwezigheid werd ingetrokken. Meld zo nodig een nieuwe.} other {Er is al een beslissing genomen. Neem contact op met uw coördinator.}}',
    de: '{state, select, withdrawn {Diese Abwesenheit wurde zurückgenommen. Melden Sie bei Bedarf eine neue.} other {Es wurde schon entschieden. Wenden Sie sich an Ihre Koordination.}}',
    en: '{state, select, withdrawn {This absence was taken back. Announce a new one if needed.} other {It was decided already. Ask your coordinator.}}',
  },
});

export const TooManyProofsType = problemType(TooManyProofs, {
  description: 'The absence has as many photos as it may have.',
  texts: {
    fr: 'Une absence a au plus {most, number} photos. Retirez-en une d’abord.',
    nl: 'Een afwezigheid heeft hoogstens {most, number} foto’s. Verwijder er eerst een.',
    de: 'Eine Abwesenheit hat höchstens {most, number} Fotos. Entfernen Sie zuerst eines.',
    en: 'An absence has at most {most, number} photos. Remove one first.',
  },
});

@ObjectType('ProofRemoved', { description: 'A photo that is gone.' })
export class ProofRemovedType {
  @Field(() => ID, { description: 'Which one it was.' })
  id: string;
}

export const RemoveProofResult = resultUnion('RemoveAbsenceProofResult', 'That the photo is gone, or why not.', ProofRemovedType, NotFoundType, AbsenceSettledType);
export const AnnounceAbsenceResult = resultUnion('AnnounceAbsenceResult', 'The absence, or why there is none.', AnnouncedAbsenceType, NotAllowedType, NotFoundType, InvalidInputType);
export const SettleAbsenceResult = resultUnion('SettleAbsenceResult', 'The absence as it stands, or why it stays as it was.', AnnouncedAbsenceType, NotAllowedType, NotFoundType, StaleVersionType, AbsenceSettledType, InvalidInputType);
export const SeeChangesResult = resultUnion('SeeChangesResult', 'Since when changes are news, or why not.', ChangesSeenType, NotAllowedType);
