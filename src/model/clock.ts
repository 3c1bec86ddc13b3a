/**
 * Time of the battle: what hour a turn stands for, how light it is, what the weather does. Hours are the scenario's own
 * clock, in minutes since midnight of its first day, so a battle over midnight counts past 1440.
 */
/** Counted in tenths. */
export type Minutes = number;
export type Metres = number;

export const LIGHTS = ['day', 'twilight', 'moon', 'dark'] as const;
export type Light = (typeof LIGHTS)[number];
export type ByLight<T> = Readonly<Record<Light, T>>;

export const WEATHERS = ['clear', 'overcast', 'fog', 'rain'] as const;
export type Weather = (typeof WEATHERS)[number];
export type ByWeather<T> = Readonly<Record<Weather, T>>;

/** How likely each weather is against the others; or whatever the entry before turned out to be. */
export type Odds = Partial<ByWeather<number>> | 'same';

/** From `fromMinute` on, until the next entry of the table. */
export interface Sky {
  readonly fromMinute: Minutes;
  readonly light: Light;
  /** With odds the likeliest, until a battle is opened: there it is what was rolled. */
  readonly weather: Weather;
  /** Where the record is silent. */
  readonly odds?: Odds;
  /** Of the air, where it is known. */
  readonly celsius?: number;
  /** Lit share of the moon's disc, 0–1, for skies in moonlight; half a moon where nothing is said. */
  readonly moonShare?: number;
  /** Lying snow; none where nothing is said. */
  readonly snowCentimetres?: number;
  /** Thickness of the ice on all waters; where nothing is said they are as the map has them. */
  readonly iceCentimetres?: number;
  /** Ground so dry that columns and vehicles raise dust. */
  readonly dusty?: true;
}

/** A sky that an event brought, for its time. */
export interface ChangedSky extends Sky {
  readonly untilMinute: Minutes;
}

/** The battle's clock. Turns may differ in length: two hours by day, five by night. */
export interface Clock {
  /** ISO date of the day on which minute 0 is midnight. */
  readonly date: string;
  /** Name of the time the hours are told in, for people. */
  readonly zone: string;
  readonly turns: number;
  /** Minute at which each turn begins, and at the end that of the last turn's end: one more than there are turns. */
  readonly starts: readonly Minutes[];
  /** Ascending by `fromMinute`; the first entry is not later than the start. */
  readonly skies: readonly Sky[];
}
