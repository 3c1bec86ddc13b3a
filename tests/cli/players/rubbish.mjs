/** An outside player that says what is no message of the protocol. */
process.stdout.write(`${process.argv[2] ?? 'hello there'}\n`);
process.stdin.resume();
