/** Weather where the record is silent: each entry of the clock that gives odds gets one weather, rolled from the seed. */
import { type Clock, type Odds, type Sky, type Weather, WEATHERS } from '../model/clock.ts';

/** Draws 0 … faces-1, evenly. */
type Draw = (faces: number) => number;

/** Odds are read to this part of their sum. */
const FACES = 10_000;

/** The clock with every weather settled. Odds are kept beside it: they are what players are told of hours to come. */
export function rolledClock(clock: Clock, draw: Draw): Clock {
  if (!clock.skies.some((sky) => sky.odds !== undefined)) return clock;
  return { ...clock, skies: settled(clock.skies, (odds) => rolled(odds, draw)) };
}

/** The likeliest weathers, for showing a battle that nobody has opened yet. */
export const likeliestSkies = (skies: readonly Sky[]): readonly Sky[] => settled(skies, likeliest);

function settled(skies: readonly Sky[], weatherFor: (odds: Exclude<Odds, 'same'>) => Weather): readonly Sky[] {
  const made: Sky[] = [];
  for (const sky of skies) {
    if (sky.odds === undefined) made.push(sky);
    else if (sky.odds === 'same') made.push({ ...sky, weather: made.at(-1)?.weather ?? sky.weather });
    else made.push({ ...sky, weather: weatherFor(sky.odds) });
  }
  return made;
}

function rolled(odds: Exclude<Odds, 'same'>, draw: Draw): Weather {
  let left = ((draw(FACES) + 0.5) / FACES) * sumOf(odds);
  let last: Weather = 'clear';
  for (const weather of WEATHERS) {
    const weight = odds[weather] ?? 0;
    if (weight === 0) continue;
    last = weather;
    left -= weight;
    if (left < 0) break;
  }
  return last;
}

function likeliest(odds: Exclude<Odds, 'same'>): Weather {
  let best: Weather = 'clear';
  for (const weather of WEATHERS) if ((odds[weather] ?? 0) > (odds[best] ?? 0)) best = weather;
  return best;
}

/** All weights together. */
const sumOf = (odds: Exclude<Odds, 'same'>): number => WEATHERS.reduce((sum, weather) => sum + (odds[weather] ?? 0), 0);
