import ICAL from 'ical.js';

type Component = InstanceType<typeof ICAL.Component>;

interface Entry {
  master?: Component;
  readonly instances: Map<string, Component | null>;
  sequence: number;
}

const instantOf = (time: InstanceType<typeof ICAL.Time>): string => new Date(time.toUnixTime() * 1_000).toISOString();

/** What a calendar program makes of the invitations that it gets, by the rules of RFC 5546: a recurring event, its changed and its cancelled sessions. */
export class CalendarProgram {
  private readonly entries = new Map<string, Entry>();
  readonly log: string[] = [];

  /** Takes an iCalendar object as it came by mail; refuses what a program would ignore. */
  take(text: string): void {
    const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
    for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone);
    const method = String(calendar.getFirstPropertyValue('method'));
    const events = calendar.getAllSubcomponents('vevent');
    const uids = new Set(events.map((event) => String(event.getFirstPropertyValue('uid'))));
    // RFC 5546 3.2: one invitation is about one thing.
    if (uids.size !== 1) throw new Error(`One mail, ${uids.size} things.`);
    this.log.push(`${method}${events.length > 1 ? ` with ${events.length - 1} moved` : ''}${events[0]?.getFirstPropertyValue('recurrence-id') ? ' of one' : ''}`);
    const uid = [...uids][0] ?? '';
    const entry = this.entries.get(uid) ?? { instances: new Map(), sequence: -1 };
    const sequence = Math.max(...events.map((event) => Number(event.getFirstPropertyValue('sequence'))));
    if (sequence <= entry.sequence) throw new Error(`Sequence ${sequence} after ${entry.sequence} is ignored.`);
    entry.sequence = sequence;
    for (const event of events) this.put(entry, event, method);
    this.entries.set(uid, entry);
  }

  private put(entry: Entry, event: Component, method: string): void {
    const recurrence = event.getFirstPropertyValue('recurrence-id') as InstanceType<typeof ICAL.Time> | null;
    if (recurrence) {
      entry.instances.set(instantOf(recurrence), method === 'CANCEL' ? null : event);
      return;
    }
    entry.instances.clear();
    entry.master = method === 'CANCEL' ? undefined : event;
  }

  /** Every start that stands in the calendar, in order. */
  get starts(): readonly string[] {
    return [...this.entries.values()].flatMap((entry) => startsOf(entry)).sort();
  }
}

function startsOf({ master, instances }: Entry): readonly string[] {
  if (!master) return [];
  const event = new ICAL.Event(master);
  const slots: string[] = [];
  if (event.isRecurring()) {
    const iterator = event.iterator();
    for (let next = iterator.next(); next; next = iterator.next()) slots.push(instantOf(next));
  } else slots.push(instantOf(event.startDate));
  // A changed session that the rule leaves out would be shown by some programs and not by others.
  const strangers = [...instances.keys()].filter((slot) => !slots.includes(slot));
  if (strangers.length > 0) throw new Error(`The rule knows nothing of ${strangers.join(', ')}.`);
  return slots.flatMap((slot) => {
    const changed = instances.get(slot);
    if (changed === null) return [];
    return [changed ? instantOf(new ICAL.Event(changed).startDate) : slot];
  });
}
