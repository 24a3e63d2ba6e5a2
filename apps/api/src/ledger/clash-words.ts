import { dateFormat, defineTexts, type Language, wallTimeAt } from '@app/platform';
import { type Clash, type Rival } from '@app/ledger';

/** Why something does not fit, as a sentence that says what, when and whom; the cure is the reader's. */
const texts = defineTexts({
  en: {
    room: '{name}', equipment: '{name}', person: '{name}', nameless: 'This person',
    'booked.room': '{what} is taken {when}{hasTitle, select, yes { by “{title}”} other {}}.',
    'booked.person': '{what} {hasTitle, select, yes {has “{title}”} other {is not free}} {when}.',
    held: 'It is on hold and becomes free at {until} unless it is confirmed.',
    'unavailable.person': '{what} is {absence, select, leave {away} other {not free}} {when}.',
    'unavailable.thing': '{what} is {absence, select, loan {lent} other {out of use}} {when}{hasTitle, select, yes { ({title})} other {}}.',
    closed: 'The site is closed on {date}: {closure}.',
    'travel.before': '{what} is {hasFrom, select, yes {at {from}} other {elsewhere}} until {end} and needs {minutes, plural, one {# minute} other {# minutes}} to get here: {earliest} at the earliest.',
    'travel.after': '{what} starts at {start} {hasTo, select, yes {at {to}} other {elsewhere}} and needs {minutes, plural, one {# minute} other {# minutes}} to get there: finish at {latest} at the latest.',
    seats: '{free, plural, =0 {No seat is} one {# seat of {total} is} other {# seats of {total} are}} free in {what} {when}; {asked} were asked for.',
    day: '{day} from {from} to {to}', days: 'from {first} to {last}',
  },
  fr: {
    room: 'Le local {name}', equipment: 'L’équipement {name}', person: '{name}', nameless: 'Cette personne',
    'booked.room': '{what} est pris {when}{hasTitle, select, yes { par « {title} »} other {}}.',
    'booked.person': '{what} {hasTitle, select, yes {a déjà « {title} »} other {n’est pas libre}} {when}.',
    held: 'C’est une option : elle tombe à {until} si personne ne la confirme.',
    'unavailable.person': '{what} {absence, select, leave {est en congé} other {n’est pas libre}} {when}.',
    'unavailable.thing': '{what} {absence, select, loan {est prêté} other {est hors service}} {when}{hasTitle, select, yes { ({title})} other {}}.',
    closed: 'Le site est fermé le {date} : {closure}.',
    'travel.before': '{what} est {hasFrom, select, yes {à {from}} other {ailleurs}} jusqu’à {end} et a besoin de {minutes, plural, one {# minute} other {# minutes}} de trajet : pas avant {earliest}.',
    'travel.after': '{what} commence à {start} {hasTo, select, yes {à {to}} other {ailleurs}} et a besoin de {minutes, plural, one {# minute} other {# minutes}} de trajet : terminez à {latest} au plus tard.',
    seats: '{what} n’a plus {free, plural, =0 {de place} one {qu’une place sur {total}} other {que # places sur {total}}} {when} ; il en faut {asked}.',
    day: 'le {day} de {from} à {to}', days: 'du {first} au {last}',
  },
  nl: {
    room: 'Lokaal {name}', equipment: '{name}', person: '{name}', nameless: 'Deze persoon',
    'booked.room': '{what} is {when} bezet{hasTitle, select, yes { door “{title}”} other {}}.',
    'booked.person': '{what} {hasTitle, select, yes {heeft {when} al “{title}”} other {is {when} niet vrij}}.',
    held: 'Het is een optie: ze vervalt om {until} als niemand ze bevestigt.',
    'unavailable.person': '{what} is {when} {absence, select, leave {afwezig} other {niet vrij}}.',
    'unavailable.thing': '{what} is {when} {absence, select, loan {uitgeleend} other {buiten gebruik}}{hasTitle, select, yes { ({title})} other {}}.',
    closed: 'De locatie is gesloten op {date}: {closure}.',
    'travel.before': '{what} is tot {end} {hasFrom, select, yes {in {from}} other {elders}} en heeft {minutes, plural, one {# minuut} other {# minuten}} nodig voor de verplaatsing: niet vóór {earliest}.',
    'travel.after': '{what} begint om {start} {hasTo, select, yes {in {to}} other {elders}} en heeft {minutes, plural, one {# minuut} other {# minuten}} nodig voor de verplaatsing: eindig ten laatste om {latest}.',
    seats: '{what} heeft {when} {free, plural, =0 {geen plaats} one {nog # plaats van de {total}} other {nog # plaatsen van de {total}}}; er zijn er {asked} nodig.',
    day: 'op {day} van {from} tot {to}', days: 'van {first} tot en met {last}',
  },
  de: {
    room: 'Raum {name}', equipment: '{name}', person: '{name}', nameless: 'Diese Person',
    'booked.room': '{what} ist {when}{hasTitle, select, yes { durch „{title}“} other {}} belegt.',
    'booked.person': '{what} {hasTitle, select, yes {hat {when} schon „{title}“} other {ist {when} nicht frei}}.',
    held: 'Das ist vorgemerkt und wird um {until} frei, wenn es niemand bestätigt.',
    'unavailable.person': '{what} ist {when} {absence, select, leave {abwesend} other {nicht frei}}.',
    'unavailable.thing': '{what} ist {when} {absence, select, loan {verliehen} other {außer Betrieb}}{hasTitle, select, yes { ({title})} other {}}.',
    closed: 'Der Standort ist am {date} geschlossen: {closure}.',
    'travel.before': '{what} ist bis {end} {hasFrom, select, yes {in {from}} other {anderswo}} und braucht {minutes, plural, one {# Minute} other {# Minuten}} für den Weg: nicht vor {earliest}.',
    'travel.after': '{what} beginnt um {start} {hasTo, select, yes {in {to}} other {anderswo}} und braucht {minutes, plural, one {# Minute} other {# Minuten}} für den Weg: spätestens um {latest} enden.',
    seats: '{what} hat {when} {free, plural, =0 {keinen Platz} one {nur # von {total} Plätzen} other {nur # von {total} Plätzen}} frei; gebraucht werden {asked}.',
    day: 'am {day} von {from} bis {to}', days: 'vom {first} bis {last}',
  },
});

const MINUTE = 60_000;

/** One clash as a sentence; times are those of the place's wall clock. */
export function wordClash(clash: Clash, language: Language): string {
  const when = new When(clash.zone, language);
  const { rival } = clash;
  if (clash.reason === 'seats') return texts.render('seats', language, { what: whatOf(clash, language), when: when.stretch(clash.asked), ...clash.seats });
  if (!rival) return whatOf(clash, language);
  if (clash.reason === 'closed') return texts.render('closed', language, { date: when.date(rival.from), closure: clash.closure });
  if (clash.reason === 'travel') return wordTravel(clash, rival, when);
  return clash.reason === 'unavailable' ? wordAbsence(clash, rival, when) : wordBooking(clash, rival, when);
}

function wordBooking(clash: Clash, rival: Rival, when: When): string {
  const key = clash.resource.kind === 'person' ? 'booked.person' : 'booked.room';
  const sentence = texts.render(key, when.language, { what: whatOf(clash, when.language), when: when.stretch(rival), hasTitle: yesNo(rival.title), title: rival.title });
  return rival.heldUntil ? `${sentence} ${texts.render('held', when.language, { until: when.time(rival.heldUntil) })}` : sentence;
}

function wordAbsence(clash: Clash, rival: Rival, when: When): string {
  const key = clash.resource.kind === 'person' ? 'unavailable.person' : 'unavailable.thing';
  const values = { what: whatOf(clash, when.language), when: when.stretch(rival), absence: rival.absence, hasTitle: yesNo(rival.title), title: rival.title };
  return texts.render(key, when.language, values);
}

const yesNo = (value: string | null): 'yes' | 'no' => (value ? 'yes' : 'no');

function wordTravel(clash: Clash, rival: Rival, when: When): string {
  const { minutes = 0, from = null, to = null } = clash.travel ?? {};
  const what = whatOf(clash, when.language);
  const reach = minutes * MINUTE;
  if (rival.to <= clash.asked.from) {
    const earliest = when.time(new Date(rival.to.getTime() + reach));
    return texts.render('travel.before', when.language, { what, from, hasFrom: yesNo(from), end: when.time(rival.to), minutes, earliest });
  }
  const latest = when.time(new Date(rival.from.getTime() - reach));
  return texts.render('travel.after', when.language, { what, to, hasTo: yesNo(to), start: when.time(rival.from), minutes, latest });
}

function whatOf({ resource }: Clash, language: Language): string {
  return resource.name ? texts.render(resource.kind, language, { name: resource.name }) : texts.render('nameless', language);
}

/** Dates and times as people of each language write them. */
class When {
  constructor(
    private readonly zone: string,
    readonly language: Language,
  ) {}

  date(instant: Date): string {
    return dateFormat(this.language, { timeZone: this.zone, weekday: 'long', day: 'numeric', month: 'long' }).format(instant);
  }

  /** "9 h", "9 h 30"; "9.30 uur"; "9:30 Uhr"; "09:30". */
  time(instant: Date): string {
    const [hour = '', minute = ''] = wallTimeAt(instant, this.zone).time.split(':');
    if (this.language === 'en') return `${hour}:${minute}`;
    const shortHour = String(Number(hour));
    if (this.language === 'fr') return minute === '00' ? `${shortHour} h` : `${shortHour} h ${minute}`;
    return this.language === 'nl' ? `${shortHour}.${minute} uur` : `${shortHour}:${minute} Uhr`;
  }

  stretch({ from, to }: { readonly from: Date; readonly to: Date }): string {
    const last = new Date(to.getTime() - MINUTE);
    if (wallTimeAt(from, this.zone).date === wallTimeAt(last, this.zone).date) {
      return texts.render('day', this.language, { day: this.date(from), from: this.time(from), to: this.time(to) });
    }
    const wholeDays = wallTimeAt(from, this.zone).time === '00:00' && wallTimeAt(to, this.zone).time === '00:00';
    const moment = (instant: Date): string => (wholeDays ? this.date(instant) : `${this.date(instant)} ${this.time(instant)}`);
    return texts.render('days', this.language, { first: moment(from), last: moment(wholeDays ? last : to) });
  }
}
