import { LastAdmin } from '@app/identity';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IsInt, IsOptional, IsUUID, MaxLength } from 'class-validator';
import { InvalidInputType, NotAllowedType, NotFoundType, problemType, resultUnion, StaleVersionType } from '../graphql/index.js';
import { LastManagerType } from './people.problems.types.js';
import { PasswordRefusedType, TooManyAttemptsType } from './sign-in.problems.types.js';

export enum ErasureFate {
  ERASED = 'erased',
  EMPTIED = 'emptied',
  EVIDENCE = 'evidence',
  PASSING = 'passing',
}

registerEnumType(ErasureFate, {
  name: 'ErasureFate',
  description: 'What becomes of data when a person is erased.',
  valuesMap: {
    ERASED: { description: 'Deleted.' },
    EMPTIED: { description: 'Kept without name, address or words, so that counts of the past stay right.' },
    EVIDENCE: { description: 'Kept as it is: it holds no words about the person, and the organisation owes it to others as proof.' },
    PASSING: { description: 'May name anybody; gone by itself after the days given.' },
  },
});

@ObjectType('ErasureLine', { description: 'What becomes of one kind of data when a person is erased.' })
export class ErasureLineType {
  @Field(() => String, { description: 'Kind: profile, account, sign-in, messages, schedule, learning, trail, requests, imports, organisation or machinery.' })
  topic: string;

  @Field(() => ErasureFate, { description: 'What becomes of it.' })
  fate: ErasureFate;

  @Field(() => Int, { nullable: true, description: 'How many entries; not counted where anybody may be named.' })
  rows: number | null;

  @Field(() => Int, { nullable: true, description: 'Gone after so many days; null: as long as the organisation exists.' })
  days: number | null;
}

@ObjectType('ErasurePreview', { description: 'What an erasure would do.' })
export class ErasurePreviewType {
  @Field(() => [ErasureLineType], { description: 'By kind of data.' })
  lines: ErasureLineType[];
}

@ObjectType('DataExport', { description: 'All that is kept about the person who asks, as one JSON file: GET /files/my-data/{id}.json with the session.' })
export class DataExportType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field(() => Boolean, { description: 'Whether the file can be fetched.' })
  ready: boolean;

  @Field(() => Date, { description: 'When it was asked for.' })
  askedAt: Date;

  @Field(() => Date, { description: 'When the file goes.' })
  expiresAt: Date;
}

@ObjectType('ErasedPerson', { description: 'A person whom the organisation has forgotten.' })
export class ErasedPersonType {
  @Field(() => ID, { description: 'The id that remains where something counts.' })
  personId: string;
}

@ObjectType('ErasedMe', { description: 'The account is gone, and the browser is signed out.' })
export class ErasedMeType {
  @Field(() => Int, { description: 'How many organisations forgot the person.' })
  organisations: number;
}

@InputType({ description: 'The last word before everything about oneself is erased.' })
export class EraseMeInput {
  @Field(() => String, { description: 'The account’s address, typed.' })
  @MaxLength(254)
  email: string;

  @Field(() => String, { nullable: true, description: 'The password, where the account has one.' })
  @IsOptional()
  @MaxLength(1_000)
  password?: string;
}

@InputType({ description: 'Whom the organisation shall forget.' })
export class ErasePersonInput {
  @Field(() => ID, { description: 'The organisation.' })
  @IsUUID()
  organisationId: string;

  @Field(() => ID, { description: 'The person.' })
  @IsUUID()
  personId: string;

  @Field(() => Int, { description: 'The version that was read.' })
  @IsInt()
  expectedVersion: number;
}

export const LastAdminType = problemType(LastAdmin, {
  description: 'The installation would be left without an administrator.',
  texts: {
    fr: 'Vous êtes la seule personne qui administre cette installation. Nommez d’abord quelqu’un d’autre.',
    nl: 'U bent de enige beheerder van deze installatie. Stel eerst iemand anders aan.',
    de: 'Sie verwalten diese Installation allein. Bestimmen Sie zuerst jemand anderen.',
    en: 'You are the only administrator of this installation. Appoint somebody else first.',
  },
});

export const ErasurePreviewResult = resultUnion('ErasurePreviewResult', 'What an erasure would do.', ErasurePreviewType, NotAllowedType, NotFoundType);
export const ExportMyDataResult = resultUnion('ExportMyDataResult', 'What became of the wish.', DataExportType, NotFoundType);
export const ErasePersonResult = resultUnion('ErasePersonResult', 'What became of it.', ErasedPersonType, NotAllowedType, NotFoundType, StaleVersionType, InvalidInputType, LastManagerType);
export const EraseMeResult = resultUnion('EraseMeResult', 'What became of it.', ErasedMeType, InvalidInputType, PasswordRefusedType, TooManyAttemptsType, LastManagerType, LastAdminType, NotFoundType);
