import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { type Clash, HoldExpired, OccurrenceOver, ScheduleClash, StillBooked } from '@app/ledger';
import { problemType, shown } from '../graphql/index.js';
import { wordClash } from './clash-words.js';

export const ClashReasonEnum = { BOOKED: 'booked', UNAVAILABLE: 'unavailable', CLOSED: 'closed', TRAVEL: 'travel', SEATS: 'seats' } as const;
registerEnumType(ClashReasonEnum, {
  name: 'ClashReason',
  description: 'Why something does not fit.',
  valuesMap: {
    BOOKED: { description: 'It is taken by something else.' },
    UNAVAILABLE: { description: 'On leave, lent, out of use, or busy in another calendar.' },
    CLOSED: { description: 'The site is closed that day.' },
    TRAVEL: { description: 'Too far from what is before or after.' },
    SEATS: { description: 'Too few seats of the shared room are free.' },
  },
});

export const ResourceKindEnum = { ROOM: 'room', EQUIPMENT: 'equipment', PERSON: 'person' } as const;
registerEnumType(ResourceKindEnum, { name: 'ResourceKind', description: 'What can be booked.' });

export const AbsenceKindEnum = { LEAVE: 'leave', BUSY: 'busy', LOAN: 'loan', BLOCKED: 'blocked' } as const;
registerEnumType(AbsenceKindEnum, { name: 'AbsenceKind', description: 'Why somebody or something is away: leave, busy elsewhere, lent, out of use.' });

@ObjectType('ClashRival', { description: 'What stands there already. Of another organisation only the time is told.' })
export class ClashRivalType {
  @Field(() => Date, { description: 'From.' })
  from: Date;

  @Field(() => Date, { description: 'Until; this instant is free again.' })
  to: Date;

  @Field(() => String, { nullable: true, description: 'Its title, where the person may read it.' })
  title: string | null;

  @Field(() => ID, { nullable: true, description: 'The booking, where the person may open it.' })
  occurrenceId: string | null;

  @Field(() => Date, { nullable: true, description: 'Set for a hold: when it goes away by itself.' })
  heldUntil: Date | null;

  @Field(() => AbsenceKindEnum, { nullable: true, description: 'Set for an absence.' })
  absence: 'leave' | 'busy' | 'loan' | 'blocked' | null;
}

@ObjectType('ClashSeats', { description: 'Seats of a shared room.' })
export class ClashSeatsType {
  @Field(() => Int, { description: 'How many were asked for.' })
  asked: number;

  @Field(() => Int, { description: 'How many are free.' })
  free: number;

  @Field(() => Int, { description: 'How many there are.' })
  total: number;
}

@ObjectType('ClashTravel', { description: 'The way between two sites.' })
export class ClashTravelType {
  @Field(() => Int, { description: 'Minutes from door to door.' })
  minutes: number;

  @Field(() => String, { nullable: true, description: 'Site it starts from.' })
  from: string | null;

  @Field(() => String, { nullable: true, description: 'Site it leads to.' })
  to: string | null;
}

@ObjectType('ClashResource', { description: 'Who or what is not free.' })
export class ClashResourceType {
  @Field(() => ID, { description: 'Its id; for people the id of the person.' })
  id: string;

  @Field(() => ResourceKindEnum, { description: 'Room, equipment or person.' })
  kind: 'room' | 'equipment' | 'person';

  @Field(() => String, { nullable: true, description: 'Its name.' })
  name: string | null;
}

@ObjectType('Clash', { description: 'One reason why something does not fit.' })
export class ClashType {
  @Field(() => ClashReasonEnum, { description: 'Why.' })
  reason: Clash['reason'];

  @Field(() => ClashResourceType, { description: 'Who or what is not free.' })
  resource: ClashResourceType;

  @Field(() => String, { description: 'Zone in which the times are to be shown: that of the place, else of the organisation.' })
  zone: string;

  @Field(() => ClashRivalType, { nullable: true, description: 'What stands there already.' })
  rival: ClashRivalType | null;

  @Field(() => ClashTravelType, { nullable: true, description: 'Set where the way is too long.' })
  travel: ClashTravelType | null;

  @Field(() => ClashSeatsType, { nullable: true, description: 'Set where seats are missing.' })
  seats: ClashSeatsType | null;

  @Field(() => String, { nullable: true, description: 'Name of the closure.' })
  closure: string | null;
}

export const ScheduleClashType = problemType(ScheduleClash, {
  description: 'Something or someone is not free; every clash is listed. Code: SLOT_TAKEN.',
  texts: {
    fr: '{first}{more, plural, =0 {} one { Et une autre raison ci-dessous.} other { Et # autres raisons ci-dessous.}}',
    nl: '{first}{more, plural, =0 {} one { En nog een reden hieronder.} other { En nog # redenen hieronder.}}',
    de: '{first}{more, plural, =0 {} one { Und noch ein Grund, siehe unten.} other { Und noch # Gründe, siehe unten.}}',
    en: '{first}{more, plural, =0 {} one { And one more reason below.} other { And # more reasons below.}}',
  },
  values: ({ clashes: [first, ...others] }, language) => ({ first: first ? wordClash(first, language) : '', more: others.length }),
  fields: { clashes: shown(() => [ClashType], 'What stands in the way, all of it.') },
});

export const HoldExpiredType = problemType(HoldExpired, {
  description: 'The hold was not confirmed in time and has been given back. Code: SLOT_TAKEN, as for whoever comes too late in any other way.',
  texts: {
    fr: 'L’option n’a pas été confirmée à temps et a été libérée. Réservez à nouveau si la place est encore libre.',
    nl: 'De optie werd niet op tijd bevestigd en is vrijgegeven. Reserveer opnieuw als het nog vrij is.',
    de: 'Die Vormerkung wurde nicht rechtzeitig bestätigt und ist freigegeben. Buchen Sie neu, wenn es noch frei ist.',
    en: 'The hold was not confirmed in time and has been given back. Book again if it is still free.',
  },
  fields: { heldUntil: shown(() => Date, 'Until when it stood.', { nullable: true }) },
});

export const OccurrenceOverType = problemType(OccurrenceOver, {
  description: 'It was cancelled or has taken place: nothing of it can be changed any more.',
  texts: {
    fr: '{state, select, done {Cela a déjà eu lieu} other {Cela a été annulé}} : on ne peut plus rien y changer. Rechargez la page.',
    nl: '{state, select, done {Dit heeft al plaatsgevonden} other {Dit werd geannuleerd}} en kan niet meer gewijzigd worden. Laad opnieuw.',
    de: '{state, select, done {Das hat schon stattgefunden} other {Das wurde abgesagt}} und lässt sich nicht mehr ändern. Laden Sie neu.',
    en: '{state, select, done {This has already taken place} other {This was cancelled}}: nothing of it can be changed any more. Reload.',
  },
});

export const StillBookedType = problemType(StillBooked, {
  description: 'Bookings still rely on what was to be archived.',
  texts: {
    fr: '{bookings, plural, one {Une réservation ou absence court} other {# réservations ou absences courent}} encore jusqu’au {until, date, long}. Déplacez-les ou annulez-les d’abord.',
    nl: '{bookings, plural, one {Er loopt nog één reservatie of afwezigheid} other {Er lopen nog # reservaties of afwezigheden}} tot {until, date, long}. Verplaats of annuleer ze eerst.',
    de: '{bookings, plural, one {Es läuft noch eine Buchung oder Sperre} other {Es laufen noch # Buchungen oder Sperren}} bis {until, date, long}. Verlegen oder streichen Sie diese zuerst.',
    en: '{bookings, plural, one {One booking or absence stands} other {# bookings or absences stand}} until {until, date, long}. Move or cancel them first.',
  },
  fields: { bookings: shown(() => Int, 'How many bookings it still has.'), until: shown(() => Date, 'When the last of them ends.') },
});
