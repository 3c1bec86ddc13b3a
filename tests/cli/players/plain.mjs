/**
 * A well-behaved outside player: asks what its first unit may do, does the first of it, tries one order that must be
 * refused, and ends its turn. Writes every message it got to the file named on its command line.
 */
import { appendFileSync } from 'node:fs';
import { createInterface } from 'node:readline';

const log = process.argv[2];
const say = (message) => process.stdout.write(`${JSON.stringify(message)}\n`);
let unit;
let left = [];

for await (const line of createInterface({ input: process.stdin })) {
  if (log !== undefined) appendFileSync(log, `${line}\n`);
  const message = JSON.parse(line);
  switch (message.type) {
    case 'turn':
      ({ id: unit } = message.observation.units.find(({ at }) => Array.isArray(at)));
      say({ type: 'options', unit });
      break;
    case 'options':
      left = [
        ...message.orders.slice(0, 1).map(({ order }) => order),
        { kind: 'move', unit, path: [[9999, 9999]] },
        { kind: 'endTurn' },
      ];
      say({ type: 'order', order: left.shift() });
      break;
    case 'result':
      say({ type: 'order', order: left.shift() });
      break;
    case 'end':
      process.exit();
  }
}
