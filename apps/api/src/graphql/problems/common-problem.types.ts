import { Field, Int, ObjectType } from '@nestjs/graphql';
import { InvalidInput, NotAllowed, NotFound, StaleVersion } from '@app/platform';
import { problemType, shown } from './problem-type.js';

@ObjectType('InputFault', { description: 'One thing that is wrong with what was entered.' })
export class InputFault {
  @Field(() => String, { description: 'Path of the field: "startsAt", "rooms.2.seats".' })
  field: string;

  @Field(() => String, { description: 'Stable name of what is wrong, for programs.' })
  reason: string;

  @Field(() => String, { description: 'What is wrong and how to mend it, in the language of the person who asks.' })
  message: string;
}

export const InvalidInputType = problemType(InvalidInput, {
  description: 'What was entered cannot be accepted; every fault is listed at once.',
  texts: {
    fr: 'Vérifiez les champs signalés.',
    nl: 'Kijk de aangeduide velden na.',
    de: 'Prüfen Sie die markierten Felder.',
    en: 'Check the fields that are marked.',
  },
  fields: { faults: shown(() => [InputFault], 'Everything that is wrong, field by field.') },
});

export const NotAllowedType = problemType(NotAllowed, {
  description: 'The person has no right to do this.',
  texts: {
    fr: 'Vous n’avez pas le droit de faire cela. Adressez-vous à un·e responsable de votre organisation.',
    nl: 'U hebt geen recht om dit te doen. Vraag het aan een verantwoordelijke van uw organisatie.',
    de: 'Sie dürfen das nicht. Wenden Sie sich an die Leitung Ihrer Organisation.',
    en: 'You are not allowed to do this. Ask a manager of your organisation.',
  },
});

export const NotFoundType = problemType(NotFound, {
  description: 'There is no such thing, or none that the person may see.',
  texts: {
    fr: 'Cet élément est introuvable. Il a peut-être été supprimé, ou vous n’y avez pas accès.',
    nl: 'Dit werd niet gevonden. Misschien is het verwijderd, of hebt u er geen toegang toe.',
    de: 'Das wurde nicht gefunden. Vielleicht wurde es gelöscht, oder Sie haben keinen Zugang.',
    en: 'This was not found. It may have been removed, or you have no access to it.',
  },
});

export const StaleVersionType = problemType(StaleVersion, {
  description: 'Somebody else changed it since the person read it.',
  texts: {
    fr: 'Quelqu’un d’autre a modifié ceci entre-temps. Rechargez la page, puis recommencez.',
    nl: 'Iemand anders heeft dit intussen gewijzigd. Laad opnieuw en probeer nog eens.',
    de: 'Jemand anderes hat das inzwischen geändert. Laden Sie neu und versuchen Sie es noch einmal.',
    en: 'Somebody else changed this in the meantime. Reload, then try again.',
  },
  fields: { expected: shown(() => Int, 'The version that was read.'), actual: shown(() => Int, 'The version that stands now.') },
});
