/**
 * Fingerprints of documents and states: the same content gives the same 16 hex digits on every engine, whatever the
 * order in which an object's keys were written. They tell one version from another; they are no protection against forgery.
 */
import { assert } from './assert.ts';

/** Odd numbers without pattern: two lanes that multiply differently disagree about any two texts. */
const FIRST_PRIME = 0x9e3779b1;
const SECOND_PRIME = 0x5f356495;
const FIRST_MIX = 0x85ebca6b;
const SECOND_MIX = 0xc2b2ae35;

/** 64 bits as 16 hex digits, in the manner of FNV-1a: two lanes of 32 bits over the code units of a text, mixed at the end. */
export function fingerprint(text: string): string {
  let first = 0x811c9dc5;
  let second = 0x01000193;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    first = Math.imul(first ^ unit, FIRST_PRIME);
    second = Math.imul(second ^ unit, SECOND_PRIME);
    // Without it the highest bits of a lane would never reach its lowest.
    second ^= second >>> 15;
  }
  const one = mixed(first ^ text.length) ^ mixed(second ^ (second >>> 13));
  const two = mixed(second ^ text.length) ^ Math.imul(first ^ (first >>> 16), SECOND_MIX);
  return hexDigits(one) + hexDigits(two);
}

function mixed(lane: number): number {
  const once = Math.imul(lane ^ (lane >>> 16), FIRST_MIX);
  const twice = Math.imul(once ^ (once >>> 13), SECOND_MIX);
  return twice ^ (twice >>> 16);
}

function hexDigits(lane: number): string {
  return (lane >>> 0).toString(16).padStart(8, '0');
}

/**
 * JSON with the keys of every object in the order of their code units and no spaces. Keys that hold `undefined` are left
 * out. What JSON has no word for (maps, sets, functions, numbers that are not finite) is a bug.
 */
export function canonicalJson(value: unknown): string {
  switch (typeof value) {
    case 'number':
      if (!Number.isFinite(value)) throw new Error(`bug: ${value} has no canonical form`);
      return `${value}`;
    case 'string':
      return JSON.stringify(value);
    case 'boolean':
      return value ? 'true' : 'false';
    case 'object':
      if (value === null) return 'null';
      return Array.isArray(value) ? canonicalList(value) : canonicalRecord(value);
    default:
      throw new Error(`bug: a ${typeof value} has no canonical form`);
  }
}

function canonicalList(list: readonly unknown[]): string {
  let text = '[';
  for (let index = 0; index < list.length; index++) {
    if (index > 0) text += ',';
    text += canonicalJson(list[index]);
  }
  return `${text}]`;
}

function canonicalRecord(record: object): string {
  const prototype: unknown = Object.getPrototypeOf(record);
  assert(prototype === Object.prototype || prototype === null, 'only plain objects have a canonical form');
  const members = record as Readonly<Record<string, unknown>>;
  let text = '{';
  for (const key of Object.keys(members).sort()) {
    const member = members[key];
    if (member === undefined) continue;
    if (text.length > 1) text += ',';
    text += WORD.test(key) ? `"${key}":` : `${JSON.stringify(key)}:`;
    text += canonicalJson(member);
  }
  return `${text}}`;
}

/** Keys of letters and figures need no escapes. */
const WORD = /^\w*$/;
