import { defineTexts, faultsOfTexts, Texts } from './texts.js';

const seats = defineTexts({
  fr: { left: '{count, plural, =0 {Aucune place} one {# place} other {# places}}', at: 'À {start, time, short}' },
  nl: { left: '{count, plural, =0 {Geen plaats} one {# plaats} other {# plaatsen}}', at: 'Om {start, time, short}' },
  de: { left: '{count, plural, =0 {Kein Platz} one {# Platz} other {# Plätze}}', at: 'Um {start, time, short}' },
  en: { left: '{count, plural, =0 {No seat} one {# seat} other {# seats}}', at: 'At {start, time, short}' },
});

describe('texts of the server', () => {
  it('words numbers and plurals in the language', () => {
    expect(seats.render('left', 'fr', { count: 0 })).toBe('Aucune place');
    expect(seats.render('left', 'de', { count: 1 })).toBe('1 Platz');
    expect(seats.render('left', 'nl', { count: 1200 })).toBe('1.200 plaatsen');
  });

  it('words times in the zone that is named', () => {
    const start = new Date('2027-07-01T16:00:00Z');
    expect(seats.render('at', 'fr', { start }, { zone: 'Europe/Brussels' })).toBe('À 18:00');
    expect(seats.render('at', 'en', { start }, { zone: 'America/New_York' })).toBe('At 12:00');
  });

  it('writes the first of a month as French does, and every other day as Intl does', () => {
    const on = new Texts({ fr: { on: 'le {day, date, long} ({day, date, short})' }, nl: { on: '{day, date, long}' }, de: { on: '{day, date, long}' }, en: { on: '{day, date, long}' } });
    expect(on.render('on', 'fr', { day: new Date('2026-12-01T12:00:00Z') })).toMatch(/^le 1er décembre 2026 \(0?1\/12\/26\)$/);
    expect(on.render('on', 'fr', { day: new Date('2026-12-11T12:00:00Z') })).toMatch(/^le 11 décembre 2026/);
    expect(on.render('on', 'nl', { day: new Date('2026-12-01T12:00:00Z') })).toBe('1 december 2026');
  });

  it('finds malformed, empty and differing messages', () => {
    const bad = new Texts({ fr: { a: '{n', b: '{who}', c: 'x' }, nl: { a: 'x', b: '{who}', c: '' }, de: { a: 'x', b: '{other}', c: 'x' }, en: { a: 'x', b: '{who}', c: 'x' } });
    expect(faultsOfTexts(bad)).toEqual([expect.stringMatching(/^a \(fr\)/), 'b: de uses other arguments than fr', 'c (nl): is empty']);
    expect(faultsOfTexts(seats)).toEqual([]);
  });
});
