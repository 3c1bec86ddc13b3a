/** The address of the page: where one is, and battles begun by a link. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findStart, formatPlace, parsePlace, type Place } from '../../../src/ui/screens/address.ts';

describe('the part after #', () => {
  it.each<Place>([
    { kind: 'title' },
    { kind: 'setup', scenario: 'khasan-1938-zaozernaya' },
    { kind: 'battle', id: 'khasan 1/2 ü' },
    { kind: 'replay', id: 'khasan-1', position: 118 },
    { kind: 'rules', chapter: '', section: '' },
    { kind: 'rules', chapter: 'fire', section: '' },
    { kind: 'rules', chapter: 'fire', section: 'return-and-reaction-fire' },
  ])('$kind is read back as it was written', (place) => {
    expect(parsePlace(formatPlace(place))).toEqual(place);
  });

  it('whatever stands there leads somewhere', () => {
    fc.assert(fc.property(fc.string(), (hash) => parsePlace(`#${hash}`).kind !== undefined));
    expect(parsePlace('#replay/x/-3')).toEqual({ kind: 'replay', id: 'x', position: 0 });
    expect(parsePlace('#battle/%E0%A4%A')).toEqual({ kind: 'title' });
  });
});

describe('a link that begins a battle', () => {
  it.each([
    ['?battle=x&seed=7&soviet=person&japanese=ensign', 'person', 'ensign'],
    ['?battle=x', 'person', 'ensign'],
    ['?battle=x&japanese=person', 'ensign', 'person'],
    ['?battle=x&soviet=ensign', 'ensign', 'person'],
    ['?battle=x&soviet=ensign&japanese=ensign', 'ensign', 'ensign'],
    ['?battle=x&soviet=exec:rm&japanese=', 'person', 'ensign'],
    ['?battle=x&soviet=person&japanese=person', 'person', 'person'],
  ])('%s: %s against %s', (query, soviet, japanese) => {
    expect(findStart(query)).toMatchObject({ scenario: 'x', players: { soviet, japanese } });
  });

  it('without a battle begins none', () => {
    expect(findStart('?seed=7')).toBeUndefined();
  });
});
