import { BelowMinimum, CannotUndo, CohortFull, CohortStateRefused, EnrolmentStateRefused, GroupInUse, NotPublished, PrerequisitesMissing, RegistrationClosed } from '@app/cohorts';
import { Int } from '@nestjs/graphql';
import { problemType, shown } from '../graphql/index.js';
import { CohortStateEnum, EnrolmentStateEnum } from './cohort.enums.js';

const nullableDate = (description: string) => shown(() => Date, description, { nullable: true });

export const CohortFullType = problemType(CohortFull, {
  description: 'All seats are taken.',
  texts: {
    fr: '{short, plural, one {Il manque une place} other {Il manque # places}} : {capacity, plural, one {la seule place est prise} other {les # places sont prises}}. Inscrivez moins de personnes, mettez-les en liste d’attente, ou augmentez le nombre de places.',
    nl: '{short, plural, one {Er is één plaats te weinig} other {Er zijn # plaatsen te weinig}}: {capacity, plural, one {de enige plaats is ingenomen} other {de # plaatsen zijn ingenomen}}. Schrijf minder mensen in, zet hen op de wachtlijst, of verhoog het aantal plaatsen.',
    de: '{short, plural, one {Ein Platz fehlt} other {# Plätze fehlen}}: {capacity, plural, one {der einzige Platz ist vergeben} other {alle # Plätze sind vergeben}}. Schreiben Sie weniger Personen ein, setzen Sie sie auf die Warteliste, oder erhöhen Sie die Zahl der Plätze.',
    en: '{short, plural, one {One seat is} other {# seats are}} missing: {capacity, plural, one {the only seat is taken} other {all # seats are taken}}. Enrol fewer people, let them wait, or add seats.',
  },
  fields: { capacity: shown(() => Int, 'How many seats there are.'), short: shown(() => Int, 'How many more were wished than are free.'), waiting: shown(() => Int, 'How many wait already.') },
});

export const RegistrationClosedType = problemType(RegistrationClosed, {
  description: 'The cohort takes no registrations now.',
  texts: {
    fr: '{isEarly, select, true {Les inscriptions ouvrent le {from, date, long} à {from, time, short}. Revenez à ce moment-là.} other {Les inscriptions sont closes. Demandez au centre s’il reste une place.}}',
    nl: '{isEarly, select, true {Inschrijven kan vanaf {from, date, long} om {from, time, short}. Kom dan terug.} other {De inschrijvingen zijn afgesloten. Vraag het centrum of er nog een plaats is.}}',
    de: '{isEarly, select, true {Die Einschreibung öffnet am {from, date, long} um {from, time, short} Uhr. Kommen Sie dann wieder.} other {Die Einschreibung ist geschlossen. Fragen Sie beim Zentrum nach einem Platz.}}',
    en: '{isEarly, select, true {Registration opens on {from, date, long} at {from, time, short}. Come back then.} other {Registration is closed. Ask the centre whether a seat is left.}}',
  },
  values: ({ opensAt, isEarly }) => ({ from: opensAt ?? new Date(0), isEarly: String(isEarly) }),
  zone: ({ zone }) => zone,
  fields: { opensAt: nullableDate('When it opens.'), closesAt: nullableDate('When it ends.') },
});

export const PrerequisitesMissingType = problemType(PrerequisitesMissing, {
  description: 'The cohort asks for courses that the learner has not completed.',
  texts: {
    fr: 'Terminez d’abord : {titles}. Si vous avez appris cela ailleurs, parlez-en au centre, qui peut vous inscrire.',
    nl: 'Rond eerst dit af: {titles}. Hebt u het elders geleerd, zeg het dan aan het centrum: dat kan u inschrijven.',
    de: 'Schließen Sie zuerst ab: {titles}. Wenn Sie es anderswo gelernt haben, sagen Sie es dem Zentrum; es kann Sie einschreiben.',
    en: 'Complete this first: {titles}. If you learned it elsewhere, tell the centre, who can enrol you.',
  },
  values: ({ courses }) => ({ titles: courses.join(', ') }),
  fields: { courses: shown(() => [String], 'Titles of what is missing.') },
});

export const CohortStateRefusedType = problemType(CohortStateRefused, {
  description: 'The cohort cannot go there from where it is, or it is over.',
  texts: {
    fr: '{to, select, none {Cette promotion est {from, select, cancelled {annulée} other {terminée}} : on ne peut plus rien y changer.} other {Une promotion {from, select, draft {en préparation} open {ouverte} confirmed {confirmée} running {en cours} completed {terminée} other {annulée}} ne peut pas devenir {to, select, draft {un projet} open {ouverte} confirmed {confirmée} running {en cours} completed {terminée} other {annulée}}.}}',
    nl: '{to, select, none {Deze editie is {from, select, cancelled {geannuleerd} other {afgelopen}}: er kan niets meer aan gewijzigd worden.} other {Een editie die {from, select, draft {in voorbereiding} open {open} confirmed {bevestigd} running {bezig} completed {afgelopen} other {geannuleerd}} is, kan niet {to, select, draft {een ontwerp} open {open} confirmed {bevestigd} running {bezig} completed {afgelopen} other {geannuleerd}} worden.}}',
    de: '{to, select, none {Dieser Durchgang ist {from, select, cancelled {abgesagt} other {abgeschlossen}}: an ihm lässt sich nichts mehr ändern.} other {Ein Durchgang, der {from, select, draft {in Vorbereitung} open {offen} confirmed {bestätigt} running {im Gang} completed {abgeschlossen} other {abgesagt}} ist, kann nicht {to, select, draft {ein Entwurf} open {offen} confirmed {bestätigt} running {begonnen} completed {abgeschlossen} other {abgesagt}} werden.}}',
    en: '{to, select, none {This cohort is {from, select, cancelled {cancelled} other {over}}: nothing of it can be changed any more.} other {A cohort that is {from, select, draft {a draft} open {open} confirmed {confirmed} running {running} completed {completed} other {cancelled}} cannot become {to, select, draft {a draft} open {open} confirmed {confirmed} running {running} completed {completed} other {cancelled}}.}}',
  },
  values: ({ to }) => ({ to: to ?? 'none' }),
  fields: { from: shown(() => CohortStateEnum, 'Its state.'), to: shown(() => CohortStateEnum, 'The state that was wished.', { nullable: true }) },
});

export const BelowMinimumType = problemType(BelowMinimum, {
  description: 'Fewer learners than the minimum. Say despiteMinimum to go on all the same.',
  texts: {
    fr: '{enrolled, plural, =0 {Personne n’est inscrit} one {Une personne est inscrite} other {# personnes sont inscrites}} ; le minimum est de {minimum}. Attendez d’autres inscriptions, ou confirmez malgré tout.',
    nl: '{enrolled, plural, =0 {Niemand is ingeschreven} one {Eén persoon is ingeschreven} other {# mensen zijn ingeschreven}}; het minimum is {minimum}. Wacht op meer inschrijvingen, of bevestig toch.',
    de: '{enrolled, plural, =0 {Niemand ist eingeschrieben} one {Eine Person ist eingeschrieben} other {# Personen sind eingeschrieben}}; das Minimum ist {minimum}. Warten Sie auf weitere, oder bestätigen Sie trotzdem.',
    en: '{enrolled, plural, =0 {Nobody is} one {One person is} other {# people are}} enrolled; the minimum is {minimum}. Wait for more, or confirm all the same.',
  },
  fields: { enrolled: shown(() => Int, 'How many are enrolled.'), minimum: shown(() => Int, 'How many it takes to start.') },
});

export const EnrolmentStateRefusedType = problemType(EnrolmentStateRefused, {
  description: 'The learner cannot go from this state to that one.',
  texts: {
    fr: 'Ce changement n’est pas possible à partir de l’état actuel de l’inscription. Rechargez la page et choisissez parmi les états proposés.',
    nl: 'Deze wijziging kan niet vanuit de huidige staat van de inschrijving. Laad opnieuw en kies uit de voorgestelde staten.',
    de: 'Diese Änderung ist vom jetzigen Stand der Einschreibung aus nicht möglich. Laden Sie neu und wählen Sie aus den angebotenen.',
    en: 'This change is not possible from where the enrolment stands. Reload and choose among the states that are offered.',
  },
  fields: { from: shown(() => EnrolmentStateEnum, 'State of the learner.'), to: shown(() => EnrolmentStateEnum, 'The state that was wished.') },
});

export const GroupInUseType = problemType(GroupInUse, {
  description: 'The group still has learners or sessions.',
  texts: {
    fr: 'Ce groupe compte encore {learners, plural, =0 {aucun apprenant} one {un·e apprenant·e} other {# apprenant·es}} et {sessions, plural, =0 {aucune séance} one {une séance} other {# séances}}. Déplacez-les d’abord.',
    nl: 'Deze groep heeft nog {learners, plural, =0 {geen cursisten} one {één cursist} other {# cursisten}} en {sessions, plural, =0 {geen sessies} one {één sessie} other {# sessies}}. Verplaats die eerst.',
    de: 'Diese Gruppe hat noch {learners, plural, =0 {keine Teilnehmer} one {eine Person} other {# Personen}} und {sessions, plural, =0 {keine Termine} one {einen Termin} other {# Termine}}. Verlegen Sie diese zuerst.',
    en: 'This group still has {learners, plural, =0 {no learners} one {one learner} other {# learners}} and {sessions, plural, =0 {no sessions} one {one session} other {# sessions}}. Move them first.',
  },
  fields: { learners: shown(() => Int, 'Learners in the group.'), sessions: shown(() => Int, 'Sessions of the group.') },
});

export const NotPublishedType = problemType(NotPublished, {
  description: 'The course has no published version.',
  texts: {
    fr: 'Ce cours n’a pas encore de version publiée. Publiez-le, puis ouvrez la promotion.',
    nl: 'Deze cursus heeft nog geen gepubliceerde versie. Publiceer ze en open dan de editie.',
    de: 'Dieser Kurs hat noch keine veröffentlichte Fassung. Veröffentlichen Sie ihn, dann öffnen Sie den Durchgang.',
    en: 'This course has no published version yet. Publish it, then open the cohort.',
  },
});

export const CannotUndoType = problemType(CannotUndo, {
  description: 'The change cannot be taken back any more.',
  texts: {
    fr: '{why, select, undone {Ce changement a déjà été annulé.} begun {Une des séances a commencé : ce changement ne peut plus être annulé en entier.} other {Une des séances a été modifiée depuis : ce changement ne peut plus être annulé en entier.}}',
    nl: '{why, select, undone {Deze wijziging is al ongedaan gemaakt.} begun {Een van de sessies is begonnen: dit kan niet meer in zijn geheel ongedaan gemaakt worden.} other {Een van de sessies is sindsdien gewijzigd: dit kan niet meer in zijn geheel ongedaan gemaakt worden.}}',
    de: '{why, select, undone {Diese Änderung wurde schon rückgängig gemacht.} begun {Einer der Termine hat begonnen: das lässt sich nicht mehr ganz rückgängig machen.} other {Einer der Termine wurde seither geändert: das lässt sich nicht mehr ganz rückgängig machen.}}',
    en: '{why, select, undone {This change has been taken back already.} begun {One of the sessions has begun: the change cannot be taken back as a whole.} other {One of the sessions was changed since: this cannot be taken back as a whole.}}',
  },
  fields: { why: shown(() => String, 'Why it cannot be undone any more, as a stable word.') },
});
